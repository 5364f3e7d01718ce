package no.vegvisar.breach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaves about a breach: to Helfo through its own transport, to the patient by letter. */
@Service
@Transactional
public class BreachSending {

  /** Message by which a breach hears that its case has stopped. */
  public static final String STOPPED = "breach.stopped";

  static final String NOTICE_LETTER = "breach-notice";

  private final BreachDesk desk;
  private final Letters letters;
  private final Outbox outbox;
  private final Patients patients;
  private final CaseFiles cases;
  private final Organisations organisations;
  private final CaseLedger ledger;

  BreachSending(
      BreachDesk desk,
      Letters letters,
      Outbox outbox,
      Patients patients,
      CaseFiles cases,
      Organisations organisations,
      CaseLedger ledger) {
    this.desk = desk;
    this.letters = letters;
    this.outbox = outbox;
    this.patients = patients;
    this.cases = cases;
    this.organisations = organisations;
    this.ledger = ledger;
  }

  /** Notice to Helfo and letter to the patient; nothing when the case has stopped meanwhile. */
  public void notifyHelfo(String breachId) {
    DeadlineBreach breach = breach(breachId);
    if (breach.state() == DeadlineBreach.State.STOPPED) {
      return;
    }
    UUID row = toHelfo(breach, HelfoTransport.NOTICE);
    UUID letter = toPatient(breach, NOTICE_LETTER);
    ledger.append(
        breach.caseNo(),
        new BreachEvent.HelfoNotice(
            breachId, HelfoTransport.NOTICE, row.toString(), letter.toString()));
  }

  /** The clinic has a place itself: nobody looks further, and the patient knows as promised. */
  public void tellPlaceFound(String breachId) {
    DeadlineBreach breach = breach(breachId);
    if (patients.get(cases.get(breach.caseNo()).personId()).diedOn() != null) {
      // the death tells Helfo itself, and there is nobody to write to
      return;
    }
    UUID row = toHelfo(breach, HelfoTransport.PLACE_FOUND);
    UUID letter = toPatient(breach, "breach-place-found");
    ledger.append(
        breach.caseNo(),
        new BreachEvent.HelfoNotice(
            breachId, HelfoTransport.PLACE_FOUND, row.toString(), letter.toString()));
  }

  /**
   * The case has stopped: Helfo looks no further. Nothing when Helfo does not know of the patient,
   * knows this already or is being told.
   */
  public void callOffHelfo(String breachId) {
    DeadlineBreach breach = breach(breachId);
    if (!breach.helfoWaits() || onItsWay(breach)) {
      return;
    }
    UUID row = toHelfo(breach, HelfoTransport.NO_LONGER_NEEDED);
    ledger.append(
        breach.caseNo(),
        new BreachEvent.HelfoNotice(
            breachId, HelfoTransport.NO_LONGER_NEEDED, row.toString(), null));
  }

  private boolean onItsWay(DeadlineBreach breach) {
    return outbox.ofCase(breach.caseNo()).stream()
        .filter(r -> r.subjectId().equals(breach.id().toString()))
        .anyMatch(r -> r.state() == Outbox.State.WAITING || r.state() == Outbox.State.SENDING);
  }

  /** What was agreed with the patient, in writing. */
  public void confirmAgreement(String breachId) {
    DeadlineBreach breach = breach(breachId);
    UUID letter = toPatient(breach, "breach-agreed");
    ledger.append(breach.caseNo(), new BreachEvent.AgreementConfirmed(breachId, letter.toString()));
  }

  private UUID toHelfo(DeadlineBreach breach, String what) {
    return outbox.enqueue(
        new Outbox.Item(
            HelfoTransport.NAME,
            breach.caseNo(),
            breach.id().toString(),
            what,
            "helfo:" + breach.id(),
            null));
  }

  private UUID toPatient(DeadlineBreach breach, String template) {
    CaseSummary file = cases.get(breach.caseNo());
    Patients.Person person = patients.get(file.personId());
    Language standard = organisations.body(file.body()).map(Body::language).orElse(Language.NN);
    Language language = Optional.ofNullable(person.letterLanguage()).orElse(standard);
    boolean english = language == Language.EN;
    UUID letter =
        letters.write(
            new Letters.Draft(
                breach.caseNo(),
                template,
                Letters.To.PATIENT,
                language,
                file.unit(),
                person.name(),
                List.of(),
                null,
                model(breach, english ? standard : language),
                english ? model(breach, Language.EN) : Map.of()));
    letters.send(letter);
    return letter;
  }

  private static Map<String, Object> model(DeadlineBreach breach, Language language) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("deadline", language.day(breach.deadline()));
    model.put("agreedOn", language.day(breach.agreedOn()));
    model.put("reason", breach.wayReason());
    return model;
  }

  private DeadlineBreach breach(String breachId) {
    DeadlineBreach breach = desk.find(breachId).orElseThrow();
    ledger.lock(breach.caseNo());
    return breach;
  }
}
