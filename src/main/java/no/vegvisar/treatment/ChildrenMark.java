package no.vegvisar.treatment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<CaseNo, List<MarkView>> marks = new HashMap<>();
    children
        .known(caseNos)
        .forEach(
            (caseNo, known) -> {
              if (!known.answer().equals("no")) {
                marks.put(caseNo, List.of(mark(known, language)));
              }
            });
    return marks;
  }

  private MarkView mark(Children.Known known, Language language) {
    int count = known.count();
    String text =
        known.answer().equals("unknown") && count == 0
            ? messages.getMessage("treatment.children.mark.unknown", null, language.locale())
            : messages.getMessage(
                "treatment.children.mark",
                new Object[] {count == 0 ? "?" : String.valueOf(count)},
                language.locale());
    return new MarkView(MarkView.Kind.CHILDREN, text);
  }
}
