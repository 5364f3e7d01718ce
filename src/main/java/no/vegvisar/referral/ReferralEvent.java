package no.vegvisar.referral;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/**
 * What the ledger keeps of a referral. The checklist's answers are in the submission that the event
 * names.
 */
sealed interface ReferralEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.REFERRAL;
  }

  @EventType("referral.received/1")
  record Received(
      String reference,
      String referrerKind,
      String senderBody,
      String submissionId,
      String receivedAt)
      implements ReferralEvent {
    @Override
    public Thing thing() {
      return Thing.CASE_SUMMARY;
    }

    @Override
    public Object[] words() {
      return new Object[] {reference};
    }
  }

  /**
   * @param standing what the register or the body said, as a code
   * @param profession as the register has it, or null
   */
  @EventType("referral.sender-checked/1")
  record SenderChecked(String standing, String profession) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {standing};
    }
  }

  /** Came on paper or by phone and was noted by intake; the stamp is the first receipt. */
  @EventType("referral.taken-down/1")
  record TakenDown(String channel, String seniorityAt, String idMark, boolean scanned)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {channel, seniorityAt};
    }
  }

  /**
   * @param reasons codes of what in the referral says so
   * @param receiver who is on duty, or null for all who could be
   */
  @EventType("referral.worry-raised/1")
  record WorryRaised(List<String> reasons, String receiver, String readFrom)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {readFrom};
    }
  }

  /** The first look of somebody who could be on duty; the actor says who. */
  @EventType("referral.worry-opened/1")
  record WorryOpened(List<String> reasons) implements ReferralEvent {}

  @EventType("referral.worry-passed-on/1")
  record WorryPassedOn(String to) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {to};
    }
  }

  @EventType("referral.worry-settled/1")
  record WorrySettled(String done) implements ReferralEvent {}

  /**
   * @param protectedAddress as it stands now
   * @param protectionReason why it stands lower than before; null when it does not, and in older
   *     entries
   */
  @EventType("referral.registered/1")
  record Registered(
      String channel,
      String seniorityAt,
      String identity,
      String senderAuthority,
      String sameAsOpen,
      String unit,
      String protectedAddress,
      String protectionReason)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {seniorityAt, protectionReason == null ? 0 : 1};
    }
  }

  /**
   * @param reason in English, as the table had it; the timeline writes the code in the reader's
   *     language
   */
  @EventType("referral.route-proposed/1")
  record RouteProposed(
      String code, String reason, String table, int tableVersion, List<String> rows, String facts)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {code};
    }
  }

  @EventType("referral.route-confirmed/1")
  record RouteConfirmed(String route, String forwardTo, String reason, boolean doctorPhoned)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {route};
    }
  }

  @EventType("referral.completeness-checked/1")
  record CompletenessChecked(
      List<String> asked, List<String> recommended, String table, int tableVersion)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {asked.size()};
    }
  }

  @EventType("referral.more-asked/1")
  record MoreAsked(List<String> items) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {items.size()};
    }
  }

  @EventType("referral.referrer-reminded/1")
  record ReferrerReminded(List<String> items) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {items.size()};
    }
  }

  @EventType("referral.more-answered/1")
  record MoreAnswered(List<String> items) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {items.size()};
    }
  }

  /** The sender's answer came by letter, by phone or at the desk, and intake typed it. */
  @EventType("referral.answer-taken-down/1")
  record AnswerTakenDown(
      List<String> items, String channel, String receivedAt, String answeredBy, boolean scanned)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {items.size(), channel, receivedAt};
    }
  }

  @EventType("referral.forwarded/1")
  record Forwarded(String to, String seniorityAt) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {to};
    }
  }

  @EventType("referral.joined/1")
  record Joined(String openCaseNo) implements ReferralEvent {}

  /** Another place of the trust had a referral earlier: the first date counts. */
  @EventType("referral.seniority-moved/1")
  record SeniorityMoved(String seniorityAt) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {seniorityAt};
    }
  }

  /** Where the patient wants to be assessed, within the trust (pbrl 2-4). */
  @EventType("referral.place-chosen/1")
  record PlaceChosen(String place) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {place};
    }
  }

  @EventType("referral.emergency-assessed/1")
  record EmergencyAssessed(String at, String takenIn) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {at, "takenIn-" + takenIn};
    }
  }

  @EventType("referral.emergency-settled/1")
  record EmergencySettled(String enters, String on, String reason) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {on, "enters-" + enters};
    }
  }

  /** Another body has a case that matters here; it decides, this clinic follows. */
  @EventType("referral.other-body-noted/1")
  record OtherBodyNoted(String id, String kind, String startedOn, String remindOn)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {kind, startedOn};
    }
  }

  @EventType("referral.other-body-told/1")
  record OtherBodyTold(String id, String kind, String step, String on, String reason)
      implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {kind, step, on};
    }
  }

  @EventType("referral.return-agreed/1")
  record ReturnAgreed(String number, String until) implements ReferralEvent {
    @Override
    public Object[] words() {
      return new Object[] {until};
    }
  }

  @EventType("referral.return-used/1")
  record ReturnUsed(String number) implements ReferralEvent {}
}
