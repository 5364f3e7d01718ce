package no.vegvisar.ui;

import java.util.List;
import java.util.Locale;
import no.vegvisar.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page where a person tells one thing; a refusal shows it again, as 422. */
@Component
public class ActPages {

  /**
   * Where a page lies and what it is called.
   *
   * @param banner null when the reader may not know whom it is about
   * @param texts key of the title; what happens then is {@code <texts>.lead}
   */
  public record Place(PatientBannerView banner, String back, String action, String texts) {}

  private final MessageSource messages;

  ActPages(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param fields empty when there is nothing to tell (any more)
   * @param version of what the page shows; {@code _version}
   * @param key one act, however often it is sent; {@code _key}
   */
  public ModelAndView page(
      Place place,
      List<FactView> facts,
      List<ActView.Field> fields,
      String version,
      String key,
      List<Refusal> refusals,
      Locale locale) {
    var page = new ModelAndView("layout/act");
    page.setStatus(refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    page.addObject(
        "view",
        new ActView(
            place.banner(),
            place.back(),
            place.action(),
            text(place.texts(), locale),
            text(place.texts() + ".lead", locale),
            facts,
            fields,
            version,
            key,
            ProblemView.of(refusals, messages, locale)));
    return page;
  }

  /**
   * One of several.
   *
   * @param words before each code: the key of its label; events say the same words mid-sentence
   */
  public ActView.Field radio(
      String name, String label, List<String> codes, String words, String chosen, Locale locale) {
    return new ActView.Field(
        "radio",
        name,
        text(label, locale),
        null,
        null,
        true,
        codes.stream()
            .map(
                code ->
                    ChoiceView.of(code, capital(text(words + code, locale)), code.equals(chosen)))
            .toList());
  }

  /**
   * A field that must be filled in.
   *
   * @param help key of the line below the label, or null
   */
  public ActView.Field required(
      String kind, String name, String label, String help, String value, Locale locale) {
    return field(kind, name, label, help, value, true, locale);
  }

  /**
   * A field that may stay empty, or that only some choices ask for.
   *
   * @param help key of the line below the label, or null
   */
  public ActView.Field optional(
      String kind, String name, String label, String help, String value, Locale locale) {
    return field(kind, name, label, help, value, false, locale);
  }

  private ActView.Field field(
      String kind,
      String name,
      String label,
      String help,
      String value,
      boolean required,
      Locale locale) {
    return new ActView.Field(
        kind,
        name,
        text(label, locale),
        help == null ? null : text(help, locale),
        value,
        required,
        List.of());
  }

  public String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
