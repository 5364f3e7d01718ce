package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.vegvisar.LetterPaper;
import no.vegvisar.kernel.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision letter can be read by whoever listens to it: tagged, titled, in its language. */
class LetterPressTest {

  private static final LetterPress PRESS = new LetterPress();

  static Stream<Arguments> letters() {
    return Stream.of(
            "decision-granted", "decision-refused", "decision-advice", "decision-other-place")
        .flatMap(t -> Stream.of(Language.values()).map(l -> Arguments.of(t, l)));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void the_paper_is_tagged_has_title_and_language_headings_in_order_and_a_text_for_each_picture(
      String template, Language language) throws Exception {
    byte[] pdf = PRESS.pdf(PRESS.html(template, language, Language.NN, model(), model()));

    try (PDDocument paper = Loader.loadPDF(pdf)) {
      var catalog = paper.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo(language == Language.EN ? "nn" : language.code());
      assertThat(paper.getDocumentInformation().getTitle()).isNotBlank();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(new String(catalog.getMetadata().toByteArray(), "UTF-8")).contains("pdfuaid");
      List<PDStructureElement> tags = tags(catalog.getStructureTreeRoot());
      assertThat(tags).extracting(PDStructureElement::getStructureType).contains("H1", "H2", "P");
      assertThat(
              tags.stream()
                  .map(PDStructureElement::getStructureType)
                  .filter(t -> t.matches("H[1-6]")))
          .first()
          .isEqualTo("H1");
      assertThat(tags)
          .filteredOn(t -> "Figure".equals(t.getStructureType()))
          .allSatisfy(f -> assertThat(f.getAlternateDescription()).isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void a_letter_tells_of_complaint_ombud_and_whom_to_call_and_a_correction_of_what_it_replaces(
      String template, Language language) throws Exception {
    Map<String, Object> model = model();
    model.put("replaces", "30. november 2026");
    model.put("correction", "Staden var feil");

    String text =
        LetterPaper.text(PRESS.pdf(PRESS.html(template, language, Language.NN, model, model)));

    assertThat(text).contains("30. november 2026", "Staden var feil", "113", "70 17 13 62");
    assertThat(text).containsAnyOf("Pasient- og brukarombodet", "Pasient- og brukerombudet");
    assertThat(text).containsAnyOf("Statsforvaltaren", "Statsforvalteren");
    assertThat(text).containsAnyOf("4 veker", "4 uker");
  }

  private static List<PDStructureElement> tags(PDStructureNode node) {
    List<PDStructureElement> found = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element);
        found.addAll(tags(element));
      }
    }
    return found;
  }

  private static Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "sender",
        Map.of(
            "name", "Ålesund behandlingssenter", "address", "Vestmoa 27", "phone", "70 17 13 62"));
    model.put("recipient", Map.of("name", "Klar Test", "addressLines", List.of()));
    model.put("date", "1. desember 2026");
    model.put("caseNo", "C26-4817302-6");
    model.put("deadline", "14. januar 2027");
    model.put("levels", List.of("poliklinikk"));
    model.put("place", "Ålesund behandlingssenter");
    model.put("reason", "Fordi det hjelper deg");
    model.put("elsewhere", "Fastlegen");
    model.put("signedBy", "Djup Fjord");
    return model;
  }
}
