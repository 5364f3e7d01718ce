package no.vegvisar.followup;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.coordination.Requests;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.PostalSender;
import no.vegvisar.referral.ReferralRecord;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who may have the discharge summary. GP, referring health personnel and the next place of
 * treatment by hpl 45a, the patient asked first; a municipality only on a base that stands today
 * (decisions 27).
 */
@Component
class SummaryReceivers {

  static final String PURPOSE = "discharge-summary";

  private static final String SENDER_UNIT = "abs";
  private static final String MUNICIPALITY = "alesund";
  private static final String MUNICIPAL_UNIT = "psykisk-helse";

  private final ReferralRecords referrals;
  private final Requests requests;
  private final LegalBases bases;
  private final Patients patients;
  private final CaseFiles cases;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;

  SummaryReceivers(
      ReferralRecords referrals,
      Requests requests,
      LegalBases bases,
      Patients patients,
      CaseFiles cases,
      Users users,
      Organisations organisations,
      MessageSource messages) {
    this.referrals = referrals;
    this.requests = requests;
    this.bases = bases;
    this.patients = patients;
    this.cases = cases;
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
  }

  /**
   * Why this receiver may not have it: no-legal-base, not-health-personnel, no-referrer; empty when
   * it is lawful.
   */
  Optional<String> notLawful(CaseNo caseNo, String receiver) {
    return switch (receiver) {
      case "municipality" -> {
        String[] to = municipality(caseNo);
        boolean stands =
            bases.standing(cases.get(caseNo).personId(), to[0], to[1], PURPOSE).isPresent();
        yield stands ? Optional.empty() : Optional.of("no-legal-base");
      }
      case "referrer" -> {
        Optional<ReferralRecord> referral = referrals.find(caseNo);
        if (referral.isEmpty()) {
          yield Optional.of("no-referrer");
        }
        yield referral.get().dueFullAnswer()
            ? Optional.empty()
            : Optional.of("not-health-personnel");
      }
      default -> Optional.empty();
    };
  }

  boolean referrerIsGp(CaseNo caseNo) {
    return referrals.find(caseNo).filter(r -> "gp".equals(r.referrerKind())).isPresent();
  }

  /** The unit that the newest request went to, else the one that receives requests. */
  private String[] municipality(CaseNo caseNo) {
    return requests.ofCase(caseNo).stream()
        .max(Comparator.comparing(Requests.Request::sentAt))
        .map(r -> new String[] {r.toBody(), r.toUnit()})
        .orElse(new String[] {MUNICIPALITY, MUNICIPAL_UNIT});
  }

  /** A GP as typed: name on the first line, postal address below; empty when nothing was. */
  static Optional<PostalSender> gpNow(String typed) {
    List<String> lines =
        typed == null
            ? List.of()
            : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PostalSender(
                lines.get(0),
                null,
                lines.size() == 1 ? null : String.join("\n", lines.subList(1, lines.size())),
                null));
  }

  /**
   * Names the summary's reference in the record system; no clinical text and, to other bodies, no
   * case number.
   */
  Letters.Draft coverNote(CaseNo caseNo, String receiver, CaseEnding ending) {
    CaseSummary file = cases.get(caseNo);
    Language language = organisations.body(file.body()).map(Body::language).orElse(Language.NN);
    Optional<PostalSender> otherGp =
        receiver.equals("gp") ? gpNow(ending.gpNow()) : Optional.empty();
    Optional<ReferralRecord> referrer =
        receiver.equals("referrer")
                || (receiver.equals("gp") && otherGp.isEmpty() && referrerIsGp(caseNo))
            ? referrals.find(caseNo)
            : Optional.empty();
    UserId user = referrer.map(ReferralRecord::sentBy).orElse(null);
    Optional<PostalSender> byPost = otherGp.or(() -> referrer.map(ReferralRecord::postalSender));
    Patients.Person person = patients.get(file.personId());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("reference", referrer.map(ReferralRecord::reference).orElse(null));
    model.put("summaryReference", ending.summaryReference());
    model.put("patientName", person.name());
    model.put("bornOn", person.bornOn() == null ? null : person.bornOn().toString());
    model.put("receiver", receiver);
    model.put("patientAsked", ending.patientAsked());
    model.put(
        "signedBy", ending.summaryBy() == null ? null : users.displayName(ending.summaryBy()));
    return new Letters.Draft(
        caseNo,
        "discharge-summary",
        referrer.isPresent() ? Letters.To.REFERRER : Letters.To.OTHER,
        language,
        SENDER_UNIT,
        byPost.map(PostalSender::recipient).orElseGet(() -> name(caseNo, receiver, user, language)),
        byPost.map(PostalSender::addressLines).orElse(List.of()),
        user == null ? null : user.value(),
        model);
  }

  private String name(CaseNo caseNo, String receiver, UserId user, Language language) {
    if (user != null) {
      return users.displayName(user);
    }
    if (receiver.equals("municipality")) {
      return organisations
          .unit(municipality(caseNo)[1])
          .map(u -> name(u, language))
          .orElseGet(() -> word(receiver, language));
    }
    return word(receiver, language);
  }

  private static String name(Unit unit, Language language) {
    return language == Language.NB ? unit.nameNb() : unit.nameNn();
  }

  private String word(String receiver, Language language) {
    return messages.getMessage("followup.receiver." + receiver, null, language.locale());
  }
}
