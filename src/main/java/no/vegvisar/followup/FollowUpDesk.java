package no.vegvisar.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.Phase;
import no.vegvisar.coordination.Requests;
import no.vegvisar.coordination.Wishes;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.treatment.Children;
import no.vegvisar.treatment.OpenMatter;
import no.vegvisar.treatment.TreatmentDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a case ends (S113, S114): planned with the patient, handed over, the summary sent to those it
 * is lawful to send to, and closed by a person who has seen what is open. No timer closes a case
 * (decisions 28).
 */
@Service
@Transactional
public class FollowUpDesk {

  /** Clocks that go on when a case is closed: the time to complain. */
  private static final String COMPLAINT = "T04";

  private final CaseEndings endings;
  private final SummaryDeliveries deliveries;
  private final SummaryReceivers receivers;
  private final TreatmentDesk treatment;
  private final Children children;
  private final Requests requests;
  private final Wishes wishes;
  private final Letters letters;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final CaseDuties duties;
  private final Clock clock;
  private final ObjectMapper json;

  FollowUpDesk(
      CaseEndings endings,
      SummaryDeliveries deliveries,
      SummaryReceivers receivers,
      TreatmentDesk treatment,
      Children children,
      Requests requests,
      Wishes wishes,
      Letters letters,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      CaseDuties duties,
      Clock clock,
      ObjectMapper json) {
    this.endings = endings;
    this.deliveries = deliveries;
    this.receivers = receivers;
    this.treatment = treatment;
    this.children = children;
    this.requests = requests;
    this.wishes = wishes;
    this.letters = letters;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.duties = duties;
    this.clock = clock;
    this.json = json;
  }

  /** Plans the end together; the day for the discharge summary runs from now (T21, hpl 45a). */
  List<Refusal> planEnd(Submission form) {
    boolean handover = form.is("handoverWanted", "yes");
    if (handover && form.text("handoverText") == null) {
      return List.of(Refusal.of("followup.refusal.handover-words").at("handoverText"));
    }
    List<String> nextCare = form.chosen("nextCare");
    if (nextCare.contains("none") && nextCare.size() > 1) {
      return List.of(Refusal.of("followup.refusal.none-and-more").at("nextCare"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    endingOf(caseNo).planned(form, write(nextCare));
    ledger.append(
        caseNo,
        new FollowUpEvent.EndPlanned(
            form.text("endKind"),
            nextCare,
            form.text("handoverWanted"),
            form.text("handoverText"),
            form.text("groupLeader"),
            form.text("withPatient"),
            form.text("childrenAsked")));
    if (handover) {
      wishes.handoverText(caseNo, form.text("handoverText"));
    }
    children.askedAgain(caseNo, form.text("childrenAsked"), form.by(), form.at());
    clocks.start("T21", caseNo.value(), caseNo, form.at(), DeadlineClocks.Facts.NONE);
    CaseSummary file = cases.get(caseNo);
    if (file.open() && file.phase().ordinal() < Phase.FOLLOW_UP.ordinal()) {
      cases.moveTo(caseNo, Phase.FOLLOW_UP);
    }
    return List.of();
  }

  /**
   * The summary itself lies in the record system; here stand its reference and who is to have it
   * (decisions 31).
   */
  List<Refusal> summaryWritten(Submission form) {
    List<String> chosen = form.chosen("receivers");
    for (String receiver : chosen) {
      Optional<String> why = receivers.notLawful(form.caseNo(), receiver);
      if (why.isPresent()) {
        return List.of(Refusal.of("followup.refusal.receiver." + why.get()).at("receivers"));
      }
    }
    if (SummaryReceivers.gpNow(form.text("gpNow"))
        .filter(gp -> gp.addressLines().isEmpty())
        .isPresent()) {
      return List.of(Refusal.of("followup.refusal.gp-address").at("gpNow"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    endingOf(caseNo).summaryWritten(form, write(chosen));
    ledger.append(
        caseNo,
        new FollowUpEvent.SummaryWritten(
            form.text("reference"), chosen, form.text("patientAsked"), form.text("objects")));
    return List.of();
  }

  /**
   * Sends to each chosen receiver to whom it is lawful now, and stops T21. A second run sends
   * nothing.
   */
  public void sendSummary(CaseNo caseNo) {
    ledger.lock(caseNo);
    CaseEnding ending = endingOf(caseNo);
    if (ending.summarySentAt() != null) {
      return;
    }
    Instant now = clock.instant();
    List<String> sent = new ArrayList<>();
    List<String> letterIds = new ArrayList<>();
    for (String receiver : chosenReceivers(caseNo, ending)) {
      Optional<String> why = receivers.notLawful(caseNo, receiver);
      if (why.isPresent()) {
        deliveries.save(SummaryDelivery.withheld(caseNo, receiver, why.get(), now));
        ledger.append(caseNo, new FollowUpEvent.SummaryWithheld(receiver, why.get()));
        continue;
      }
      UUID letter = letters.write(receivers.coverNote(caseNo, receiver, ending));
      letters.send(letter);
      deliveries.save(SummaryDelivery.sent(caseNo, receiver, letter, now));
      sent.add(receiver);
      letterIds.add(letter.toString());
    }
    ending.summarySent(now);
    ledger.append(caseNo, new FollowUpEvent.SummarySent(sent, letterIds));
    clocks.stop("T21", caseNo.value(), now, sent.isEmpty() ? "no-receiver" : "summary-sent");
  }

  /** The GP who referred is one receiver, not two, unless the patient has another GP by now. */
  private List<String> chosenReceivers(CaseNo caseNo, CaseEnding ending) {
    List<String> chosen = new ArrayList<>(read(ending.receiversJson()));
    if (chosen.contains("referrer")
        && receivers.referrerIsGp(caseNo)
        && SummaryReceivers.gpNow(ending.gpNow()).isEmpty()) {
      chosen.remove("gp");
    }
    return chosen;
  }

  /** A person closes, having seen what is open; with something open only with a reason. */
  List<Refusal> close(Submission form) {
    if (!form.checked("confirmed")) {
      return List.of(Refusal.of("followup.refusal.not-confirmed").at("confirmed"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    List<OpenMatter> open = openToCloser(caseNo);
    if (!open.isEmpty() && form.text("openReason") == null) {
      return List.of(Refusal.of("followup.refusal.open-reason", open.size()).at("openReason"));
    }
    endingOf(caseNo)
        .closed(form.text("openReason"), form.text("feedbackUsed"), form.by(), form.at());
    if (!open.isEmpty()) {
      ledger.append(
          caseNo,
          new FollowUpEvent.ClosedWithOpen(
              open.stream().map(OpenMatter::key).toList(), form.text("openReason")));
    }
    boolean handedOver =
        requests.ofCase(caseNo).stream()
            .anyMatch(
                r -> r.kind() == Requests.Kind.HANDOVER && "handoverConfirmed".equals(r.answer()));
    end(caseNo, handedOver ? "handedOver" : "closed", form.text("feedbackUsed"));
    return List.of();
  }

  private void end(CaseNo caseNo, String reason, String feedbackUsed) {
    Instant now = clock.instant();
    for (DeadlineClock running : running(caseNo)) {
      clocks.stop(running.family(), running.subject(), now, "case-closed");
    }
    ledger.append(caseNo, new FollowUpEvent.Ended(reason, feedbackUsed));
    cases.close(caseNo, reason);
  }

  private List<DeadlineClock> running(CaseNo caseNo) {
    return clocks.ofCase(caseNo).stream()
        .filter(DeadlineClock::running)
        .filter(c -> !c.family().startsWith(COMPLAINT))
        .toList();
  }

  /** What is open when the end is planned; nothing of it hinders the planning. */
  @Transactional(readOnly = true)
  List<OpenMatter> openToPlanner(CaseNo caseNo) {
    List<OpenMatter> open = new ArrayList<>(treatment.openMatters(caseNo));
    open.addAll(treatment.wishesWithoutAnswer(caseNo));
    open.addAll(openRequests(caseNo));
    return open;
  }

  /** What is open when the case is to be closed. */
  @Transactional(readOnly = true)
  List<OpenMatter> openToCloser(CaseNo caseNo) {
    List<OpenMatter> open = new ArrayList<>(openRequests(caseNo));
    open.addAll(treatment.openMatters(caseNo));
    for (SummaryDelivery delivery : deliveries.findByCaseNoOrderByReceiver(caseNo.value())) {
      if (delivery.withheld() != null) {
        open.add(OpenMatter.of("followup.open.summary-withheld"));
      }
    }
    running(caseNo).stream()
        .filter(c -> c.subject().equals(caseNo.value()))
        .forEach(c -> open.add(OpenMatter.of("followup.open.clock", c.rule(), c.dueOn())));
    return open;
  }

  private List<OpenMatter> openRequests(CaseNo caseNo) {
    List<OpenMatter> open = new ArrayList<>();
    for (Requests.Request request : requests.ofCase(caseNo)) {
      boolean handover = request.kind() == Requests.Kind.HANDOVER;
      if ("handoverDeclined".equals(request.answer())) {
        open.add(OpenMatter.of("followup.open.handover-declined", request.requestId()));
      } else if (request.answer() == null && request.endedHow() == null) {
        open.add(
            OpenMatter.of(
                handover ? "followup.open.handover-silent" : "followup.open.request-unanswered",
                request.requestId()));
      }
    }
    return open;
  }

  /**
   * After a death: children and siblings who are left (hpl 10b). Their follow-up outlives the case.
   */
  List<Refusal> bereaved(Submission form) {
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    children.askedAgain(caseNo, form.text("children"), form.by(), form.at());
    children.attended(caseNo, false, form.checked("contact"), form.at());
    ledger.append(
        caseNo,
        new FollowUpEvent.BereavedFollowedUp(
            form.text("children"), form.text("offered"), form.checked("contact")));
    end(caseNo, "died", null);
    return List.of();
  }

  List<Refusal> withdrawal(Submission form) {
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    ledger.append(
        caseNo,
        new FollowUpEvent.WithdrawalConcluded(
            form.text("talked"), form.chosen("keep"), form.checked("wayBack")));
    end(caseNo, "withdrew", null);
    return List.of();
  }

  List<Refusal> transfer(Submission form) {
    LocalDate confirmed = form.date("confirmedAt").orElse(null);
    if (confirmed != null && confirmed.isAfter(OsloTime.dateOf(clock.instant()))) {
      return List.of(Refusal.of("followup.refusal.confirmed-in-future").at("confirmedAt"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    ledger.append(
        caseNo,
        new FollowUpEvent.TransferConfirmed(
            form.text("receiver"),
            confirmed == null ? null : confirmed.toString(),
            form.text("patientTold")));
    if (form.is("patientTold", "no")) {
      duties.owed(
          new CaseDuties.Duty(
              "transfer-untold",
              caseNo,
              Role.INTAKE,
              null,
              "followup.transfer.untold",
              OsloTime.dateOf(clock.instant()),
              "/cases/" + caseNo + "/calls",
              "transfer-untold:" + caseNo,
              false));
    }
    end(caseNo, "transferred", null);
    return List.of();
  }

  private CaseEnding endingOf(CaseNo caseNo) {
    return endings.findById(caseNo.value()).orElseGet(() -> endings.save(CaseEnding.begun(caseNo)));
  }

  private List<String> read(String array) {
    try {
      return json.readValue(array, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored list is JSON");
    }
  }

  private String write(List<String> list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list can be written as JSON");
    }
  }
}
