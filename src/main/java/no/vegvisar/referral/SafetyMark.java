package no.vegvisar.referral;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseMarks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.MarkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * That the referral tells of violence or threats from the patient, for those who meet them (S59).
 * What happened is not in the mark, and whoever has suffered violence gets none: that is theirs to
 * tell.
 */
@Component
class SafetyMark implements CaseMarks {

  private final Referrals referrals;
  private final ReferralRecords records;
  private final MessageSource messages;

  SafetyMark(Referrals referrals, ReferralRecords records, MessageSource messages) {
    this.referrals = referrals;
    this.records = records;
    this.messages = messages;
  }

  @Override
  public Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @Override
  public Map<CaseNo, List<MarkView>> marks(Collection<CaseNo> caseNos, Language language) {
    String words = messages.getMessage("referral.safety.mark", null, language.locale());
    List<MarkView> mark = List.of(new MarkView(MarkView.Kind.CRITICAL, words));
    return referrals.findByCaseNoIn(caseNos.stream().map(CaseNo::value).toList()).stream()
        .filter(this::tellsOfThreats)
        .collect(Collectors.toMap(Referral::caseNo, referral -> mark));
  }

  private boolean tellsOfThreats(Referral referral) {
    for (var answer : records.sentAnswersOf(referral).path("violence")) {
      if (answer.asText().equals("exercised")) {
        return true;
      }
    }
    return false;
  }
}
