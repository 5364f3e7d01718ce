package no.vegvisar.referral;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseMarks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.MarkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Acute worry that nobody has seen to yet, in the banner of the case. */
@Component
class WorryMark implements CaseMarks {

  private final AcuteWorries worries;
  private final MessageSource messages;

  WorryMark(AcuteWorries worries, MessageSource messages) {
    this.worries = worries;
    this.messages = messages;
  }

  @Override
  public Thing thing() {
    return Thing.REFERRAL;
  }

  @Override
  public List<MarkView> marks(CaseNo caseNo, Language language) {
    return worries
        .findByCaseNo(caseNo.value())
        .filter(worry -> !worry.isSettled())
        .map(
            worry ->
                List.of(
                    new MarkView(
                        MarkView.Kind.OVERDOSE,
                        messages.getMessage("referral.worry.mark", null, language.locale()))))
        .orElse(List.of());
  }
}
