package no.vegvisar.coordination;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import no.vegvisar.patient.LegalBases.Base;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;

/** What a request shares, composed once and kept as it went (decisions 27). */
@Component
class RequestContent {

  private final DisclosureRows disclosures;
  private final Patients patients;
  private final Organisations organisations;
  private final Clock clock;
  private final MessageJson json;

  RequestContent(
      DisclosureRows disclosures,
      Patients patients,
      Organisations organisations,
      Clock clock,
      MessageJson json) {
    this.disclosures = disclosures;
    this.patients = patients;
    this.organisations = organisations;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Exactly what the municipality will read: who it is about, the need in the patient's words, whom
   * to call.
   */
  String snapshot(String requestId, Requests.Kind kind, CaseSummary file, String words, Base base) {
    Patients.Person person = patients.get(file.personId());
    Optional<Unit> clinic = organisations.unit(file.unit());
    Map<String, Object> content = new TreeMap<>();
    content.put("requestId", requestId);
    content.put("kind", kind.name());
    content.put("name", person.name());
    content.put("nationalId", person.nationalId());
    content.put(
        "letterLanguage", person.letterLanguage() == null ? null : person.letterLanguage().code());
    content.put("need", words);
    content.put("contactUnit", clinic.map(Unit::nameNb).orElse(null));
    content.put("contactPhone", clinic.map(Unit::phone).orElse(null));
    // not where, only that: else the municipality would post its letter (edge 10)
    content.put("protectedAddress", person.protection().hidesAddress());
    content.put("base", base.kind().name());
    content.put("until", base.until() == null ? null : base.until().toString());
    return json.write(content);
  }

  /** Keeps what goes, on which base it goes and to whom. */
  DisclosureEntity disclose(
      CaseSummary file, Base base, String purpose, String snapshot, String requestId) {
    var disclosure = new DisclosureEntity();
    disclosure.id = Ids.next();
    disclosure.caseNo = file.caseNo().value();
    disclosure.personId = file.personId();
    disclosure.baseId = base.id();
    disclosure.recipientBody = base.recipientBody();
    disclosure.recipientUnit = base.recipientUnit();
    disclosure.purpose = purpose;
    disclosure.categories = String.join(",", base.categories().stream().sorted().toList());
    disclosure.until = base.until();
    disclosure.snapshot = snapshot;
    disclosure.requestId = requestId;
    disclosure.disclosedAt = clock.instant();
    return disclosures.save(disclosure);
  }
}
