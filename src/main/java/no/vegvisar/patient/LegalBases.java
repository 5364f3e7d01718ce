package no.vegvisar.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Grounds on which something about a person may be disclosed (decisions 27; cast §3). A base is
 * recorded by a named person, never by a rule or a timer; withdrawing ends it at once and erases
 * nothing.
 */
public interface LegalBases {

  enum Kind {
    /** Explicit consent; the only one for NAV, housing company, school, next of kin. */
    CONSENT,
    /** Cooperating health personnel: informed and not objecting (hpl 25, 45). */
    INFORMED_NOT_OBJECTING,
    /** A duty or right without consent, a named person's documented decision. */
    DUTY_DOCUMENTED
  }

  /**
   * @param recipientBody key of the body that may receive
   * @param recipientUnit key of its unit, or null for members of the person's group
   * @param purpose follow-up-request, handover, responsibility-group, discharge-summary …
   * @param categories words for what may be shared: need, wishes, measures, appointments, minutes …
   * @param until last day, or null
   * @param givenAs written, oral, digital
   */
  record Base(
      UUID id,
      UUID personId,
      Kind kind,
      String recipientBody,
      String recipientUnit,
      String purpose,
      Set<String> categories,
      LocalDate from,
      LocalDate until,
      String givenAs,
      String limits,
      java.time.Instant withdrawnAt) {}

  /**
   * Records a base from today on; who records is the current actor, who must be a person.
   *
   * @throws IllegalArgumentException when the kind is not lawful for the recipient; ask {@link
   *     #lawfulKinds} first
   */
  UUID record(
      UUID personId,
      Kind kind,
      String recipientBody,
      String recipientUnit,
      String purpose,
      Set<String> categories,
      LocalDate until,
      String givenAs,
      String limits);

  /**
   * Which kinds may be a ground towards this recipient (cast §3): health units of a municipality
   * and GPs on "informed and not objecting" too; NAV, the housing company, voluntary bodies and
   * next of kin by consent only.
   *
   * @param recipientBody null for next of kin
   */
  Set<Kind> lawfulKinds(String recipientBody, String recipientUnit);

  /**
   * A base that stands today for exactly this recipient and purpose; the kind must be lawful for
   * the recipient.
   */
  Optional<Base> standing(
      UUID personId, String recipientBody, String recipientUnit, String purpose);

  List<Base> of(UUID personId);

  /** Ends the base now and publishes {@link BaseWithdrawn}; nothing when it had ended already. */
  void withdraw(UUID baseId);
}
