package no.vegvisar.complaint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The letters of a complaint: to whoever complains, in the language they asked for, and to the
 * County Governor in the sender's own. Who decides complaints is configuration.
 */
@Component
class ComplaintLetters {

  private static final String SENDER_UNIT = "abs";

  private final Patients patients;
  private final CaseFiles cases;
  private final Organisations organisations;
  private final Users users;
  private final String appealName;
  private final List<String> appealAddress;

  ComplaintLetters(
      Patients patients,
      CaseFiles cases,
      Organisations organisations,
      Users users,
      @Value("${vegvisar.complaint.appeal-body.name}") String appealName,
      @Value("${vegvisar.complaint.appeal-body.address}") List<String> appealAddress) {
    this.patients = patients;
    this.cases = cases;
    this.organisations = organisations;
    this.users = users;
    this.appealName = appealName;
    this.appealAddress = appealAddress;
  }

  /** What is read in the letter that a complaint is received; as a reminder when told so. */
  Letters.Draft received(Complaint complaint, boolean reminder) {
    return toComplainant(
        complaint,
        reminder ? "complaint-power-reminder" : "complaint-received",
        language -> {
          Map<String, Object> model = model(complaint, language);
          model.put("powerMissing", complaint.powerMissing());
          return model;
        });
  }

  Letters.Draft forwarded(Complaint complaint) {
    if (complaint.powerMissing()) {
      return reviewed(complaint);
    }
    return toComplainant(
        complaint,
        "complaint-forwarded",
        language -> {
          Map<String, Object> model = model(complaint, language);
          model.put("reason", complaint.reviewReason());
          model.put("partly", complaint.upheldInPart());
          model.put("partWords", complaint.partWords());
          model.put("signedBy", users.displayName(complaint.reviewedBy()));
          return model;
        });
  }

  Letters.Draft outcome(Complaint complaint) {
    if (complaint.powerMissing()) {
      return reviewed(complaint);
    }
    boolean byCountyGovernor = complaint.result() != null;
    return toComplainant(
        complaint,
        "complaint-outcome",
        language -> {
          Map<String, Object> model = model(complaint, language);
          model.put("byCountyGovernor", byCountyGovernor);
          model.put(
              "reason", byCountyGovernor ? complaint.resultReason() : complaint.reviewReason());
          model.put("assessedAnew", "newAssessment".equals(complaint.remedy()));
          model.put("remedyWords", complaint.remedyWords());
          return model;
        });
  }

  /**
   * To who has no power of attorney: that it was looked at and whether it went on. What was found
   * and is done is about the patient, so it is not even among the values of this letter.
   */
  private Letters.Draft reviewed(Complaint complaint) {
    String stage =
        complaint.result() != null
            ? "decided"
            : complaint.forwardedAt() != null ? "forwarded" : "here";
    return toComplainant(
        complaint,
        "complaint-reviewed",
        language -> {
          Map<String, Object> model = model(complaint, language);
          model.put("stage", stage);
          return model;
        });
  }

  Letters.Draft withdrawn(Complaint complaint) {
    return toComplainant(
        complaint,
        "complaint-withdrawn",
        language -> withdrawn(complaint, language, !complaint.powerMissing()));
  }

  /** To the County Governor: what the paper is about; the rest is enclosed. */
  Letters.Draft toAppealBody(Complaint complaint, Review review) {
    Language language = senderLanguage(complaint.caseNo());
    Map<String, Object> model = model(complaint, language);
    model.put("patientName", person(complaint.caseNo()).name());
    model.put("partly", "partly".equals(review.outcome()));
    model.put("signedBy", users.displayName(review.by()));
    return appeal(complaint, "complaint-to-county-governor", language, model);
  }

  /** To the County Governor, after all: there is nothing more to decide. */
  Letters.Draft withdrawnToAppealBody(Complaint complaint) {
    Language language = senderLanguage(complaint.caseNo());
    return appeal(complaint, "complaint-withdrawn", language, withdrawn(complaint, language, true));
  }

  /**
   * What was upheld in part is done all the same, so the decision does not stand as it was.
   *
   * @param told whether the reader is one who may know that something was upheld
   */
  private Map<String, Object> withdrawn(Complaint complaint, Language language, boolean told) {
    Map<String, Object> model = model(complaint, language);
    model.put("partly", complaint.upheldInPart());
    model.put("partTold", complaint.upheldInPart() && told);
    return model;
  }

  /** The valid letter is in Norwegian; what its pages in English say otherwise is the courtesy. */
  private Letters.Draft toComplainant(
      Complaint complaint, String template, Function<Language, Map<String, Object>> model) {
    boolean patient = complaint.byPatient();
    Language language = languageOf(complaint);
    boolean english = language == Language.EN;
    return new Letters.Draft(
        complaint.caseNo(),
        template,
        patient ? Letters.To.PATIENT : Letters.To.OTHER,
        language,
        SENDER_UNIT,
        patient ? person(complaint.caseNo()).name() : complaint.complainantName(),
        patient || complaint.complainantAddress() == null
            ? List.of()
            : complaint.complainantAddress().lines().toList(),
        null,
        model.apply(english ? senderLanguage(complaint.caseNo()) : language),
        english ? model.apply(Language.EN) : Map.of());
  }

  private Letters.Draft appeal(
      Complaint complaint, String template, Language language, Map<String, Object> model) {
    model.put("caseNo", complaint.caseNo().value());
    return new Letters.Draft(
        complaint.caseNo(),
        template,
        Letters.To.OTHER,
        language,
        SENDER_UNIT,
        appealName,
        appealAddress,
        null,
        model);
  }

  private Map<String, Object> model(Complaint complaint, Language language) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("receivedOn", language.day(complaint.receivedAt()));
    model.put("forwardedOn", language.day(complaint.forwardedAt()));
    model.put("byPatient", complaint.byPatient());
    return model;
  }

  private Patients.Person person(CaseNo caseNo) {
    return patients.get(cases.get(caseNo).personId());
  }

  private Language languageOf(Complaint complaint) {
    return Optional.ofNullable(complaint.language())
        .or(
            () ->
                complaint.byPatient()
                    ? Optional.ofNullable(person(complaint.caseNo()).letterLanguage())
                    : Optional.empty())
        .orElseGet(() -> senderLanguage(complaint.caseNo()));
  }

  /** As the clinic writes to other authorities. */
  Language senderLanguage(CaseNo caseNo) {
    return organisations.body(cases.get(caseNo).body()).map(Body::language).orElse(Language.NN);
  }
}
