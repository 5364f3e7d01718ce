package no.vegvisar.correspondence;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.vegvisar.correspondence.Binder.Leaf;
import no.vegvisar.correspondence.Letters.Draft;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Component;

/** A letter and its enclosures as one paper: the letter first, then each in the order it lists. */
@Component
class LetterBundles {

  /** Six files of the largest size taken in; more is no letter that anybody posts or reads. */
  private static final long MOST_BYTES = 60L * 1024 * 1024;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private static final String SHEET = "sheets/enclosure";

  private final LetterPress press;
  private final Documents documents;

  LetterBundles(LetterPress press, Documents documents) {
    this.press = press;
    this.documents = documents;
  }

  /**
   * @param html a draft with letterhead, receiver and date
   */
  Outcome<byte[]> of(Draft draft, List<Enclosure> enclosures, Function<Draft, String> html) {
    List<Leaf> leaves = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Enclosure enclosure : enclosures) {
      int number = leaves.size() + refusals.size() + 1;
      leaf(draft, enclosure, number, html)
          .ifPresentOrElse(
              leaves::add,
              () ->
                  refusals.add(
                      Refusal.of("correspondence.refusal.enclosure", number, dayOf(enclosure))));
    }
    if (refusals.isEmpty() && leaves.stream().mapToLong(l -> l.pdf().length).sum() > MOST_BYTES) {
      refusals.add(Refusal.of("correspondence.refusal.bundle-large"));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    byte[] letter = press.pdf(html.apply(with(draft, draft.template(), listed(leaves))));
    return Outcome.done(Binder.bound(letter, leaves));
  }

  private Optional<Leaf> leaf(
      Draft draft, Enclosure enclosure, int number, Function<Draft, String> html) {
    if (enclosure instanceof Enclosure.Paper paper) {
      boolean pdf = "application/pdf".equals(documents.get(paper.documentId()).contentType());
      return Binder.leaf(paper.title(), documents.content(paper.documentId()), pdf);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", number);
    values.put("title", enclosure.title());
    values.put("rows", ((Enclosure.Sheet) enclosure).rows());
    values.put("reference", draft.model().get("caseNo"));
    return Binder.leaf(enclosure.title(), press.pdf(html.apply(with(draft, SHEET, values))), true);
  }

  /** A file is named by its day: its name may tell of a person. */
  private static String dayOf(Enclosure enclosure) {
    return enclosure instanceof Enclosure.Paper paper ? DAY.format(paper.day()) : "";
  }

  private static Map<String, Object> listed(List<Leaf> leaves) {
    return Map.of(
        "enclosures",
        leaves.stream().map(l -> Map.of("title", l.title(), "pages", l.pages())).toList());
  }

  private static Draft with(Draft draft, String template, Map<String, Object> values) {
    Map<String, Object> model = new LinkedHashMap<>(draft.model());
    model.putAll(values);
    return new Draft(
        draft.caseNo(),
        template,
        draft.to(),
        draft.language(),
        draft.senderUnit(),
        draft.recipientName(),
        draft.addressLines(),
        draft.recipientUserId(),
        model,
        draft.courtesy());
  }
}
