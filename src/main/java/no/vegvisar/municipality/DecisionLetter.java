package no.vegvisar.municipality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letter that tells the person what was decided, with reason and right to complain. */
@Component
class DecisionLetter {

  private static final Language STANDARD = Language.NB;

  private final CaseFiles cases;
  private final Patients patients;
  private final Letters letters;
  private final Users users;
  private final MessageSource messages;

  DecisionLetter(
      CaseFiles cases, Patients patients, Letters letters, Users users, MessageSource messages) {
    this.cases = cases;
    this.patients = patients;
    this.letters = letters;
    this.users = users;
    this.messages = messages;
  }

  void send(Application application) {
    letters.send(letters.write(draft(application)));
  }

  private Letters.Draft draft(Application application) {
    Patients.Person person = patients.get(cases.get(application.number()).personId());
    Language language = Optional.ofNullable(person.letterLanguage()).orElse(STANDARD);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("granted", application.granted);
    model.put(
        "services",
        application.services().stream()
            .map(s -> messages.getMessage("municipality.service." + s, null, language.locale()))
            .toList());
    model.put("from", language.day(application.startsOn));
    model.put("reviewBy", language.day(application.reviewBy));
    model.put("reason", application.reason);
    model.put("signedBy", users.displayName(new UserId(application.decidedBy)));
    return new Letters.Draft(
        application.number(),
        "municipal-decision",
        Letters.To.PATIENT,
        language,
        ServiceDesk.DECIDING_UNIT,
        person.name(),
        List.of(),
        null,
        model);
  }
}
