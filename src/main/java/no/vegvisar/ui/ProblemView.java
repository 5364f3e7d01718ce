package no.vegvisar.ui;

import java.util.List;
import java.util.Locale;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.MessageSource;

/**
 * Something the user must fix.
 *
 * @param field key of the form field, or {@code null} when it concerns the whole form
 * @param message says how to fix it, in the reader's language
 */
public record ProblemView(String field, String message) {

  /** What is to be fixed in this field; null when nothing is. */
  public static String at(String field, List<ProblemView> problems) {
    return problems.stream()
        .filter(p -> field.equals(p.field()))
        .map(ProblemView::message)
        .findFirst()
        .orElse(null);
  }

  /** Refusals in words, each at its field. */
  public static List<ProblemView> of(
      List<Refusal> refusals, MessageSource messages, Locale locale) {
    return refusals.stream()
        .map(
            r ->
                new ProblemView(
                    r.field(), messages.getMessage(r.key(), r.args().toArray(), locale)))
        .toList();
  }
}
