package no.vegvisar.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.PostalSender;
import no.vegvisar.referral.ReferralKind;
import no.vegvisar.referral.ReferralRecord;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the decision letters say (S34–S37; pathway-facts §3.4): the legal deadline and the
 * appointment are told apart, the right to complain stands in a yes and in a no. The language is
 * the patient's choice, else the sender's standard.
 */
@Component
class DecisionLetters {

  /** As in forms and lists. */
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private static final String SENDER_UNIT = "abs";

  private final Patients patients;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;
  private final ObjectMapper json;
  private final CaseFiles cases;
  private final ReferralRecords referrals;

  DecisionLetters(
      Patients patients,
      Users users,
      Organisations organisations,
      MessageSource messages,
      ObjectMapper json,
      CaseFiles cases,
      ReferralRecords referrals) {
    this.patients = patients;
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
    this.json = json;
    this.cases = cases;
    this.referrals = referrals;
  }

  Letters.Draft toPatient(RightsAssessment assessment) {
    Patients.Person person = patients.get(cases.get(assessment.caseNo()).personId());
    Language language =
        Optional.ofNullable(person.letterLanguage())
            .orElseGet(() -> senderLanguage(assessment.caseNo()));
    String template =
        switch (assessment.outcome()) {
          case "granted" -> "decision-granted";
          case "refused" -> "decision-refused";
          case "adviceOnly" -> "decision-advice";
          default -> "decision-other-place";
        };
    return new Letters.Draft(
        assessment.caseNo(),
        template,
        Letters.To.PATIENT,
        language,
        SENDER_UNIT,
        person.name(),
        List.of(),
        null,
        model(assessment, language == Language.EN ? senderLanguage(assessment.caseNo()) : language),
        language == Language.EN ? model(assessment, Language.EN) : Map.of());
  }

  /**
   * Health personnel get decision, deadline, level and reason in short; others that it is received
   * and answered. Also to the sender of a referral that was joined with the case.
   */
  Letters.Draft toReferrer(RightsAssessment assessment, ReferralRecord referral) {
    Language language = senderLanguage(assessment.caseNo());
    Map<String, Object> model =
        referral.dueFullAnswer() ? model(assessment, language) : new LinkedHashMap<>();
    model.put("outcome", assessment.outcome());
    return toReferrer(referral, language, model);
  }

  /** To the patient who did not want to go on before there was a decision: the way back. */
  Letters.Draft withdrawal(CaseNo caseNo) {
    Patients.Person person = patients.get(cases.get(caseNo).personId());
    return new Letters.Draft(
        caseNo,
        "assessment-withdrawn",
        Letters.To.PATIENT,
        Optional.ofNullable(person.letterLanguage()).orElseGet(() -> senderLanguage(caseNo)),
        SENDER_UNIT,
        person.name(),
        List.of(),
        null,
        Map.of("referrerTold", referrals.find(caseNo).filter(r -> !r.fromPatient()).isPresent()));
  }

  /** To the referrer: the outcome for those who are due it, else that it is answered. */
  Letters.Draft withdrawalToReferrer(ReferralRecord referral) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("outcome", "withdrawn");
    return toReferrer(referral, senderLanguage(referral.caseNo()), model);
  }

  /** To the status page of a sender with a user here, by post to any other. */
  private Letters.Draft toReferrer(
      ReferralRecord referral, Language language, Map<String, Object> model) {
    boolean health = referral.dueFullAnswer();
    PostalSender byPost = referral.postalSender();
    model.put("reference", referral.reference());
    if (health) {
      model.put("patientName", patients.get(referral.personId()).name());
    }
    return new Letters.Draft(
        referral.caseNo(),
        health ? "referrer-answer-health" : "referrer-answer-neutral",
        Letters.To.REFERRER,
        language,
        SENDER_UNIT,
        byPost == null ? users.displayName(referral.sentBy()) : byPost.recipient(),
        byPost == null ? List.of() : byPost.addressLines(),
        byPost == null ? referral.sentBy().value() : null,
        model);
  }

  /**
   * Why a letter takes the place of another when the decision was taken anew, in the language of
   * the valid letter.
   */
  String afterComplaint(CaseNo caseNo, Language language) {
    return message(
        "assessment.anew.why", language == Language.EN ? senderLanguage(caseNo) : language);
  }

  private Map<String, Object> model(RightsAssessment assessment, Language language) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("outcome", assessment.outcome());
    model.put("deadline", language.day(assessment.deadline()));
    model.put("appointment", appointment(assessment, language));
    model.put(
        "levels",
        list(assessment.levelsJson()).stream()
            .map(l -> message("assessment.level." + l, language))
            .toList());
    model.put("offers", offers(assessment, language));
    model.put("meetingForm", assessment.meetingForm());
    model.put("place", assessment.place());
    model.put("placeDiffers", assessment.placeDiffers());
    model.put("reason", assessment.reason());
    model.put("levelDiffers", assessment.levelDiffers());
    model.put("elsewhere", assessment.elsewhere());
    model.put("referrerTold", told(assessment.caseNo()));
    model.put("handOver", assessment.handOver());
    model.put("preparedBy", users.displayName(assessment.preparedBy()));
    model.put(
        "signedBy",
        assessment.signedBy() == null ? null : users.displayName(assessment.signedBy()));
    // a letter that who signed has not seen does not go out in that name alone
    model.put(
        "correctedBy",
        assessment.signedBy() == null || assessment.signedBy().equals(assessment.correctedBy())
            ? null
            : users.displayName(assessment.correctedBy()));
    return model;
  }

  /** Whether who referred reads the decision and its reason, as health personnel do. */
  boolean referrerGetsWords(CaseNo caseNo) {
    return "words".equals(told(caseNo));
  }

  /** What who referred was told: the words of the decision, that there is an answer, or nothing. */
  private String told(CaseNo caseNo) {
    return referrals
        .find(caseNo)
        .filter(r -> !r.fromPatient())
        .map(r -> r.dueFullAnswer() ? "words" : "answered")
        .orElse(null);
  }

  /** Day and time, or the days of a week; null: a separate letter follows. */
  private String appointment(RightsAssessment assessment, Language language) {
    LocalDate week = assessment.appointmentWeek();
    return week == null
        ? dateTime(assessment.firstAppointment(), language)
        : messages.getMessage(
            "assessment.letter.week",
            new Object[] {language.day(week), language.day(week.plusDays(ProposalCheck.WEEK_ENDS))},
            language.locale());
  }

  private List<String> offers(RightsAssessment assessment, Language language) {
    boolean kin = ofKin(assessment.caseNo());
    return list(assessment.offersJson()).stream()
        .map(o -> message(offer(o, kin), language))
        .toList();
  }

  /** A relative's group is one with other relatives, and never the patient's (S106). */
  static String offer(String code, boolean kin) {
    return "assessment.offer." + code + (kin && "group".equals(code) ? "-of-kin" : "");
  }

  boolean ofKin(CaseNo caseNo) {
    return referrals.find(caseNo).filter(r -> r.kind() == ReferralKind.NEXT_OF_KIN).isPresent();
  }

  private List<String> list(String array) {
    try {
      return json.readValue(array, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored list is JSON", e);
    }
  }

  private Language senderLanguage(CaseNo caseNo) {
    return organisations.body(cases.get(caseNo).body()).map(Body::language).orElse(Language.NN);
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }

  static String dateTime(Instant at, Language language) {
    if (at == null) {
      return null;
    }
    String pattern =
        language == Language.EN ? "EEEE d MMMM yyyy 'at' HH:mm" : "EEEE d. MMMM yyyy 'kl.' HH.mm";
    return DateTimeFormatter.ofPattern(pattern, locale(language)).format(OsloTime.dateTimeOf(at));
  }

  private static Locale locale(Language language) {
    return language == Language.EN ? Locale.UK : language.locale();
  }
}
