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
  public Map<CaseNo, List<MarkView>> marks(Collection<CaseNo> caseNos, Language language) {
    String words = messages.getMessage("referral.worry.mark", null, language.locale());
    List<MarkView> mark = List.of(new MarkView(MarkView.Kind.OVERDOSE, words));
    return worries
        .findByCaseNoInAndSettledAtIsNull(caseNos.stream().map(CaseNo::value).toList())
        .stream()
        .collect(Collectors.toMap(AcuteWorry::caseNo, worry -> mark));
  }
}
