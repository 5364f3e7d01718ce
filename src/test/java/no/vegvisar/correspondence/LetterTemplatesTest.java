package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import no.vegvisar.Requirement;
import no.vegvisar.ui.FactView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the letters say, and what they keep to themselves. */
class LetterTemplatesTest {

  private static final List<String> LANGUAGES = List.of("nn", "nb", "en");

  private static final List<String> TO_THE_PERSON =
      List.of(
          "decision-granted",
          "decision-refused",
          "decision-advice",
          "decision-other-place",
          "municipal-decision");

  /** Tells the person something that is no decision: nothing to complain about. */
  private static final List<String> INFORMING_THE_PERSON = List.of("referral-forwarded");

  private static final List<String> TO_THE_REFERRER =
      List.of(
          "referrer-answer-health",
          "referrer-answer-neutral",
          "ask-referrer-for-more",
          "ask-sender-by-post",
          "sender-sent-on",
          "discharge-summary");

  private static final List<String> OF_COMPLAINTS_AND_BREACHES =
      List.of(
          "complaint-received",
          "complaint-power-reminder",
          "complaint-forwarded",
          "complaint-outcome",
          "complaint-reviewed",
          "complaint-withdrawn",
          "complaint-to-county-governor",
          "sheets/enclosure",
          "sheets/sent-again",
          "breach-notice",
          "breach-agreed",
          "breach-place-found");

  private static final SpringTemplateEngine ENGINE = engine();

  @ParameterizedTest
  @MethodSource("letters")
  void a_letter_is_well_formed_and_says_its_language_and_title(String kind, String language)
      throws Exception {
    Document full = parse(render(kind, language, fullModel()));
    Document sparse = parse(render(kind, language, sparseModel()));

    for (Document letter : List.of(full, sparse)) {
      assertThat(letter.getDocumentElement().getAttribute("lang")).isEqualTo(language);
      assertThat(letter.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(letter.getElementsByTagName("h1").getLength()).isEqualTo(1);
      assertThat(letter.getDocumentElement().getTextContent()).doesNotContain("null", "${");
    }
    assertThat(render(kind, language, fullModel())).doesNotContain(" th:", "/*", "LAWYER");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void the_three_languages_are_three_texts(String kind, String language) {
    String here = render(kind, language, fullModel());

    LANGUAGES.stream()
        .filter(other -> !other.equals(language))
        .forEach(other -> assertThat(render(kind, other, fullModel())).isNotEqualTo(here));
  }

  @Test
  @Requirement({"S34", "S35", "S37"})
  void the_legal_deadline_and_the_appointment_are_told_apart() throws Exception {
    String nn = text("decision-granted", "nn", fullModel());
    String nb = text("decision-granted", "nb", fullModel());

    assertThat(nn)
        .containsSubsequence(
            "Fristen",
            "14. januar 2027",
            "lovfesta rett",
            "Timen din",
            "onsdag 6. januar 2027 kl. 10.00",
            "avtale");
    assertThat(nb)
        .containsSubsequence(
            "Fristen",
            "14. januar 2027",
            "lovfestet rett",
            "Timen din",
            "onsdag 6. januar 2027 kl. 10.00",
            "avtale");
  }

  @Test
  @Requirement("S37")
  void without_an_appointment_the_letter_promises_a_separate_one() throws Exception {
    assertThat(text("decision-granted", "nn", sparseModel())).contains("Du får eit eige brev");
    assertThat(text("decision-granted", "nb", sparseModel())).contains("Du får et eget brev");
  }

  @Test
  @Requirement({"S3", "S30", "S31"})
  void a_right_names_the_levels_in_order_and_the_place() throws Exception {
    assertThat(text("decision-granted", "nn", fullModel()))
        .containsSubsequence("avrusing", "døgnbehandling", "Ålesund behandlingssenter");
  }

  @Test
  @Requirement("S36")
  void a_refusal_says_why_and_which_care_is_enough() throws Exception {
    assertThat(text("decision-refused", "nb", fullModel()))
        .contains("ikke har rett til nødvendig helsehjelp", "Fordi", "Fastlegen og ruskonsulenten");
  }

  @Test
  void every_letter_to_the_person_tells_how_to_complain_and_whom_to_call() throws Exception {
    for (String kind : TO_THE_PERSON) {
      Map<String, Object> model = fullModel();
      model.put("complaintWeeks", 5);
      assertThat(text(kind, "nn", model)).as(kind).contains("5 veker", "Statsforvaltaren", "113");
      assertThat(text(kind, "nb", model)).as(kind).contains("5 uker", "113");
      assertThat(text(kind, "en", model))
          .as(kind)
          .contains("5 weeks", "The letter in Norwegian is the legally valid one");
    }
    assertThat(text("decision-granted", "nn", sparseModel()))
        .contains("4 veker", "70 17 13 62", "måndag til fredag kl. 08.00–16.00", "Helfo");
    assertThat(text("municipal-decision", "nb", sparseModel())).contains("3 uker");
  }

  @Test
  @Requirement({"S8", "S10"})
  void a_referral_sent_on_tells_the_person_where_it_went_and_that_the_date_goes_along()
      throws Exception {
    Map<String, Object> model = fullModel();
    model.put("receiver", "Barne- og ungdomspsykiatrisk poliklinikk");
    model.put("firstReceived", "20. november 2026");

    assertThat(text("referral-forwarded", "nn", model))
        .containsSubsequence(
            "Barne- og ungdomspsykiatrisk poliklinikk", "20. november 2026", "113");
    assertThat(text("referral-forwarded", "nn", model)).doesNotContain("avslag");
  }

  @Test
  @Requirement("S34")
  void a_place_the_clinic_found_itself_is_told_to_the_patient_as_the_notice_promised()
      throws Exception {
    assertThat(text("breach-notice", "nn", fullModel()))
        .contains("Finn vi ein plass sjølve, får du og Helfo vite det straks");

    assertThat(text("breach-place-found", "nn", fullModel()))
        .containsSubsequence("14. januar 2027", "funne ein plass til deg", "Helfo", "113");
    assertThat(text("breach-place-found", "nb", fullModel()))
        .containsSubsequence("14. januar 2027", "funnet en plass til deg", "Helfo", "113");
    // the unit leader's own words on why stay in the house
    assertThat(text("breach-place-found", "nn", fullModel())).doesNotContain("Fordi du har");
  }

  @Test
  @Requirement("S16")
  void the_sheet_before_a_letter_that_came_back_bears_the_address_and_nothing_of_its_matter()
      throws Exception {
    for (String language : LANGUAGES) {
      assertThat(text("sheets/sent-again", language, fullModel()))
          .contains("Klar Test", "Prøvevegen 1", "6018 Ålesund", "2. november 2026")
          .doesNotContain("14. januar 2027", "avrusing", "Fordi du", "Djup Fjord");
    }
  }

  @Test
  void a_referrer_never_reads_the_case_number() throws Exception {
    for (String kind : TO_THE_REFERRER) {
      for (String language : LANGUAGES) {
        assertThat(text(kind, language, fullModel())).contains("R26-1234567-8");
        assertThat(text(kind, language, fullModel())).doesNotContain("C26-4817302-6");
      }
    }
  }

  @Test
  void the_note_of_a_discharge_summary_names_its_reference_and_nothing_clinical() throws Exception {
    Map<String, Object> model = fullModel();
    model.put("summaryReference", "J-2026-0042");
    model.put("receiver", "municipality");
    model.put("patientAsked", true);

    for (String language : LANGUAGES) {
      assertThat(text("discharge-summary", language, model))
          .contains("J-2026-0042")
          .doesNotContain("Fordi du", "avrusing", "C26-4817302-6");
    }
    assertThat(text("discharge-summary", "nn", model))
        .contains("Pasienten er spurd", "det er heimel for det");

    model.put("receiver", "gp");
    model.put("patientAsked", false);
    assertThat(text("discharge-summary", "nn", model))
        .doesNotContain("Pasienten er spurd", "det er heimel for det");
  }

  @Test
  @Requirement("E11")
  void who_complains_without_power_of_attorney_reads_that_it_was_looked_at_and_nothing_found()
      throws Exception {
    for (String stage : List.of("here", "forwarded", "decided")) {
      for (String language : LANGUAGES) {
        Map<String, Object> model = fullModel();
        model.put("stage", stage);
        model.put("caseNo", null);
        assertThat(text("complaint-reviewed", language, model))
            .as(stage + language)
            .contains("Statsforvalt", "20. november 2026")
            .doesNotContain("Fordi du", "Du får ny time", "C26-4817302-6", "Eg er ikkje samd");
      }
    }
  }

  @Test
  void a_neutral_letter_tells_neither_whom_nor_what_nor_the_kind_of_clinic() throws Exception {
    for (String kind :
        List.of(
            "referrer-answer-neutral",
            "ask-referrer-for-more",
            "ask-sender-by-post",
            "sender-sent-on")) {
      for (String language : LANGUAGES) {
        Map<String, Object> model = fullModel();
        model.put("recipient", Map.of("name", "Open Dal", "addressLines", List.of()));
        String letter = text(kind, language, model).toLowerCase(Locale.ROOT);
        assertThat(letter)
            .as(kind + language)
            .doesNotContain(
                "pasient", "patient", "klar test", "rusbehandling", "addiction", "fordi", "januar");
      }
    }
  }

  @Test
  void the_window_of_the_envelope_shows_the_receiver_and_nothing_else() throws Exception {
    Document letter = parse(render("decision-granted", "nn", fullModel()));
    var divs = letter.getElementsByTagName("div");
    String window = null;
    for (int i = 0; i < divs.getLength(); i++) {
      if (divs.item(i).getAttributes().getNamedItem("class") != null
          && divs.item(i).getAttributes().getNamedItem("class").getNodeValue().equals("receiver")) {
        window = divs.item(i).getTextContent().replaceAll("\\s+", " ").strip();
      }
    }

    assertThat(window).isEqualTo("Klar Test Prøvevegen 1 6018 Ålesund");
  }

  static Stream<Arguments> letters() {
    return Stream.of(
            TO_THE_PERSON, INFORMING_THE_PERSON, TO_THE_REFERRER, OF_COMPLAINTS_AND_BREACHES)
        .flatMap(List::stream)
        .flatMap(kind -> LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
  }

  private static String text(String kind, String language, Map<String, Object> model)
      throws Exception {
    return ((org.w3c.dom.Element)
            parse(render(kind, language, model)).getElementsByTagName("body").item(0))
        .getTextContent()
        .replaceAll("\\s+", " ");
  }

  private static String render(String kind, String language, Map<String, Object> model) {
    return ENGINE.process(
        kind + "_" + language, new Context(Locale.forLanguageTag(language), model));
  }

  private static Document parse(String xhtml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xhtml.strip())));
  }

  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("letters/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  private static Map<String, Object> sparseModel() {
    Map<String, Object> sender = new HashMap<>();
    sender.put("name", "Ålesund behandlingssenter");
    Map<String, Object> model = new HashMap<>();
    model.put("sender", sender);
    model.put("recipient", Map.of("name", "Klar Test"));
    model.put("date", "24. november 2026");
    return model;
  }

  private static Map<String, Object> fullModel() {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "sender",
        Map.of(
            "name",
            "Ålesund behandlingssenter",
            "address",
            "Vestmoa 27\n6018 Ålesund",
            "phone",
            "70 17 13 62"));
    model.put(
        "recipient",
        Map.of("name", "Klar Test", "addressLines", List.of("Prøvevegen 1", "6018 Ålesund")));
    model.put("caseNo", "C26-4817302-6");
    model.put("reference", "R26-1234567-8");
    model.put("patientName", "Klar Test");
    model.put("date", "24. november 2026");
    model.put("outcome", "granted");
    model.put("granted", true);
    model.put("deadline", "14. januar 2027");
    model.put("appointment", "onsdag 6. januar 2027 kl. 10.00");
    model.put("levels", List.of("avrusing", "døgnbehandling"));
    model.put("services", List.of("oppfølging i bustad", "koordinator"));
    model.put("from", "1. desember 2026");
    model.put("reviewBy", "1. juni 2027");
    model.put("offers", List.of("samtalar", "gruppe"));
    model.put("meetingForm", "video");
    model.put("place", "Ålesund behandlingssenter");
    model.put("placeDiffers", "Det er kortare veg å reise.");
    model.put("reason", "Fordi du har fortalt at det har vorte mykje den siste tida.");
    model.put("elsewhere", "Fastlegen og ruskonsulenten i kommunen følgjer deg opp.");
    model.put("receivedOn", "20. november 2026");
    model.put("forwardedOn", "23. november 2026");
    model.put("powerMissing", true);
    model.put("words", "Eg er ikkje samd.");
    model.put(
        "enclosures", List.of(Map.of("title", "Vedtak: avslag, 2. november 2026", "pages", 2)));
    model.put("title", "Tilvisinga");
    model.put("number", 3);
    model.put("rows", List.of(FactView.of("Grunn", "Treng hjelp")));
    model.put("remedyWords", "Du får ny time.");
    model.put("agreedOn", "20. november 2026");
    model.put("complaintWeeks", 4);
    model.put("complaintBody", "Statsforvaltaren i Møre og Romsdal");
    model.put("preparedBy", "Klar Kjelde");
    model.put("signedBy", "Djup Fjord");
    model.put("dated", "2. november 2026");
    model.put("courtesy", false);
    return model;
  }
}
