package no.vegvisar.treatment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseMarks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.ui.MarkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Children as next of kin in the banner: how many, or that nobody knows yet. */
@Component
class ChildrenMark implements CaseMarks {

  private final Children children;
  private final MessageSource messages;

  ChildrenMark(Children children, MessageSource messages) {
    this.children = children;
    this.messages = messages;
  }

  @Override
  public Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @Override
  public Map<CaseNo, List<MarkView>> marks(Collection<CaseNo> caseNos, Language language) {
    return caseNos.stream().distinct().collect(Collectors.toMap(c -> c, c -> marks(c, language)));
  }

  private List<MarkView> marks(CaseNo caseNo, Language language) {
    Optional<String> answer = children.answer(caseNo);
    if (answer.isEmpty() || answer.get().equals("no")) {
      return List.of();
    }
    int count = children.count(caseNo);
    String text =
        answer.get().equals("unknown") && count == 0
            ? messages.getMessage("treatment.children.mark.unknown", null, language.locale())
            : messages.getMessage(
                "treatment.children.mark",
                new Object[] {count == 0 ? "?" : String.valueOf(count)},
                language.locale());
    return List.of(new MarkView(MarkView.Kind.CHILDREN, text));
  }
}
