package no.vegvisar.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import no.vegvisar.kernel.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a template of {@code letters/} as tagged PDF (PDF/UA) in an embedded font. An English
 * letter is a courtesy: the valid one, in the sender's Norwegian standard, comes first and the
 * English pages follow.
 */
@Component
class LetterPress {

  private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";

  private final SpringTemplateEngine templates;

  LetterPress() {
    // it tells of every font at every letter
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("letters/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    this.templates = new SpringTemplateEngine();
    this.templates.setTemplateResolver(resolver);
  }

  /**
   * The letter as XHTML; {@code senderStandard} is used before a courtesy in English, which has
   * values of its own.
   */
  String html(
      String template,
      Language language,
      Language senderStandard,
      Map<String, Object> model,
      Map<String, Object> courtesyModel) {
    if (language != Language.EN) {
      return render(template, language, model, false);
    }
    String valid = render(template, senderStandard, model, false);
    String courtesy = render(template, Language.EN, courtesyModel, true);
    String pages =
        courtesy.substring(
            courtesy.indexOf("<body>") + "<body>".length(), courtesy.lastIndexOf("</body>"));
    int end = valid.lastIndexOf("</body>");
    return valid.substring(0, end)
        + "<div lang=\"en\" class=\"courtesy-pages\">"
        + pages
        + "</div>"
        + valid.substring(end);
  }

  private String render(
      String template, Language language, Map<String, Object> model, boolean courtesy) {
    Map<String, Object> values = new HashMap<>(model);
    values.put("courtesy", courtesy);
    return templates
        .process(template + "_" + language.code(), new Context(locale(language), values))
        .strip();
  }

  private static Locale locale(Language language) {
    return language == Language.EN ? Locale.UK : language.locale();
  }

  byte[] pdf(String html) {
    var bytes = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFastMode();
    builder.useFont(() -> font("DejaVuSans.ttf"), "Vegvisar", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "Vegvisar", 700, FontStyle.NORMAL, true);
    builder.withHtmlContent(html, null);
    builder.toStream(bytes);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static InputStream font(String file) {
    try {
      return new ClassPathResource(FONTS + file).getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
