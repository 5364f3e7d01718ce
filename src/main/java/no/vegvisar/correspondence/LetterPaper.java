package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Letters.Draft;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;

/**
 * A letter as it stands on paper: sender and date in the letter's own written standard, and an
 * English courtesy copy behind the valid one. Here alone the patient's own address comes on a
 * letter to them. It keeps and sends nothing.
 */
@Component
class LetterPaper {

  private static final String SHEET = "sheets/sent-again";

  private final LetterPress press;
  private final LetterBundles bundles;
  private final Organisations organisations;
  private final CaseFiles cases;
  private final Patients patients;
  private final Clock clock;

  LetterPaper(
      LetterPress press,
      LetterBundles bundles,
      Organisations organisations,
      CaseFiles cases,
      Patients patients,
      Clock clock) {
    this.press = press;
    this.bundles = bundles;
    this.organisations = organisations;
    this.cases = cases;
    this.patients = patients;
    this.clock = clock;
  }

  byte[] pdf(Draft draft) {
    return press.pdf(html(draft));
  }

  /** With what is laid behind it; refuses a document that cannot be laid in. */
  Outcome<byte[]> bundle(Draft draft, List<Enclosure> enclosures) {
    return bundles.of(draft, enclosures, this::html);
  }

  /** In the place of another, named by its date, and why. */
  byte[] replacing(Letter before, Draft draft, String why) {
    return press.pdf(
        html(
            draft,
            Map.of(
                "replaces",
                OsloTime.dateOf(before.sentAt() == null ? before.writtenAt() : before.sentAt()),
                "correction",
                why)));
  }

  /**
   * A sheet before a letter to the patient that came back: the address it goes to now. Empty when
   * there is none that may be written.
   *
   * @param senderUnit of the letter, or null: that of the case
   */
  Optional<byte[]> addressSheet(Letter letter, String senderUnit) {
    CaseSummary file = cases.get(letter.caseNo());
    Patients.Person person = patients.get(file.personId());
    if (person.addressLines().isEmpty()) {
      return Optional.empty();
    }
    Draft sheet =
        new Draft(
            letter.caseNo(),
            SHEET,
            To.PATIENT,
            letter.language(),
            Optional.ofNullable(senderUnit).orElse(file.unit()),
            person.name(),
            person.addressLines(),
            null,
            Map.of());
    return Optional.of(
        press.pdf(html(sheet, Map.of("dated", OsloTime.dateOf(letter.writtenAt())))));
  }

  String html(Draft draft) {
    return html(draft, Map.of());
  }

  /**
   * @param earlier what is said of another letter; a day is written in the language of its page
   */
  private String html(Draft draft, Map<String, Object> earlier) {
    Optional<Unit> unit = organisations.unit(draft.senderUnit());
    Language standard =
        unit.flatMap(u -> organisations.body(u.body()))
            .map(Body::language)
            .filter(l -> l != Language.EN)
            .orElse(Language.NN);
    Language norwegian = draft.language() == Language.EN ? standard : draft.language();
    Map<String, Object> sender = new LinkedHashMap<>();
    sender.put(
        "name",
        unit.map(u -> norwegian == Language.NB ? u.nameNb() : u.nameNn())
            .orElse(draft.senderUnit()));
    sender.put("address", unit.map(Unit::address).orElse(null));
    sender.put("phone", unit.map(Unit::phone).orElse(null));
    Map<String, Object> recipient = new LinkedHashMap<>();
    recipient.put("name", draft.recipientName());
    recipient.put("addressLines", addressLines(draft));
    Map<String, Object> model = new LinkedHashMap<>(draft.model());
    model.put("sender", sender);
    model.put("recipient", recipient);
    model.put("date", norwegian.day(clock.instant()));
    earlier.forEach((name, value) -> model.put(name, written(value, norwegian)));
    if (draft.to() == To.PATIENT) {
      model.put("caseNo", draft.caseNo().value());
    }
    Map<String, Object> courtesy = new LinkedHashMap<>(model);
    if (draft.language() == Language.EN) {
      courtesy.put("date", Language.EN.day(clock.instant()));
      courtesy.putAll(draft.courtesy());
      earlier.forEach((name, value) -> courtesy.put(name, written(value, Language.EN)));
    }
    return press.html(draft.template(), draft.language(), standard, model, courtesy);
  }

  /** What a draft leaves open about the patient is known here, if anybody has said it. */
  private List<String> addressLines(Draft draft) {
    return draft.to() == To.PATIENT && draft.addressLines().isEmpty()
        ? patients.get(cases.get(draft.caseNo()).personId()).addressLines()
        : draft.addressLines();
  }

  private static Object written(Object value, Language language) {
    return value instanceof LocalDate day ? language.day(day) : value;
  }
}
