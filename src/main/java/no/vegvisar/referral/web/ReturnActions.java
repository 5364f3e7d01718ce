package no.vegvisar.referral.web;

import java.util.List;
import java.util.Locale;
import no.vegvisar.casefile.CaseActions;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.referral.OverdoseReturns;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A doctor may agree an open return from the patient's own case too. */
@Component
class ReturnActions implements CaseActions {

  private final OverdoseReturns returns;
  private final MessageSource messages;

  ReturnActions(OverdoseReturns returns, MessageSource messages) {
    this.returns = returns;
    this.messages = messages;
  }

  @Override
  public List<LinkView> of(CaseSummary file, Locale locale) {
    return file.open() && file.kind() == CaseKind.CLINIC && returns.mayAgree()
        ? List.of(
            LinkView.to(
                messages.getMessage("referral.return.agree", null, locale),
                "/returns?case=" + file.caseNo(),
                "PersonCheckmark"))
        : List.of();
  }
}
