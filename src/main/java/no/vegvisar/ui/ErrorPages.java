package no.vegvisar.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what happened, that nothing is lost, and what to do: as a page for people, as JSON for a
 * form that sent itself. Every answer carries a support code that is also in the log; never an
 * exception's text, which may quote a value.
 */
@Component
public class ErrorPages {

  /** An own address, never another host's. */
  private static final Pattern PAGE = Pattern.compile("/(?![/\\\\]).*");

  private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

  private final MessageSource messages;
  private final LocaleResolver locales;
  private final ObjectProvider<FrameSource> frames;
  private final SecureRandom random = new SecureRandom();

  ErrorPages(MessageSource messages, LocaleResolver locales, ObjectProvider<FrameSource> frames) {
    this.messages = messages;
    this.locales = locales;
    this.frames = frames;
  }

  /**
   * The refusals of a command, as 422 or 409: what a controller returns from a POST that was
   * refused.
   */
  public Object refused(HttpServletRequest request, HttpStatus status, List<Refusal> refusals) {
    var locale = locales.resolveLocale(request);
    var problems = ProblemView.of(refusals, messages, locale);
    return answer(request, status, problems, null);
  }

  /**
   * A page or a JSON body for this status.
   *
   * @param message what to do next in the reader's language; {@code null} takes the page's own
   *     words
   */
  public Object answer(HttpServletRequest request, HttpStatus status, String message) {
    return answer(
        request,
        status,
        message == null ? List.of() : List.of(new ProblemView(null, message)),
        null);
  }

  /** A fault of ours: 500, with a code that is logged beside the exception's class and place. */
  Object fault(HttpServletRequest request, Exception fault) {
    var code = supportCode();
    log.error(
        "support code {}: {} at {}",
        code,
        fault.getClass().getName(),
        place(fault),
        withoutText(fault));
    return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, List.of(), code);
  }

  private Object answer(
      HttpServletRequest request, HttpStatus status, List<ProblemView> problems, String code) {
    var locale = locales.resolveLocale(request);
    if (wantsJson(request)) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(json(status, problems, code, locale));
    }
    var page = new ModelAndView("error/" + template(status));
    page.setStatus(status);
    page.addObject("problems", problems);
    page.addObject("supportCode", code);
    page.addObject("frame", frame(request, locale));
    page.addObject("retry", retry(request));
    return page;
  }

  /** The page that was asked for, or the one that a form was sent from; null when none is known. */
  private static String retry(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      return "";
    }
    var from = request.getHeader("Referer");
    try {
      var page = from == null ? null : URI.create(from);
      return page == null || page.getRawPath() == null || !PAGE.matcher(page.getRawPath()).matches()
          ? null
          : page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Map<String, Object> json(
      HttpStatus status, List<ProblemView> problems, String code, Locale locale) {
    var body = new LinkedHashMap<String, Object>();
    body.put(
        "message",
        problems.stream()
            .filter(problem -> problem.field() == null)
            .map(ProblemView::message)
            .findFirst()
            .orElseGet(
                () -> messages.getMessage("ui.error." + template(status) + ".h", null, locale)));
    body.put(
        "errors",
        problems.stream()
            .filter(problem -> problem.field() != null)
            .map(problem -> Map.of("key", problem.field(), "message", problem.message()))
            .toList());
    if (code != null) {
      body.put("supportCode", code);
    }
    return body;
  }

  private PageFrame frame(HttpServletRequest request, Locale locale) {
    var source = frames.getIfAvailable();
    return source == null
        ? PageFrame.anonymous(false, Language.of(locale).code())
        : source.frame(request);
  }

  private static String template(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "session";
      case FORBIDDEN -> "403";
      case NOT_FOUND, METHOD_NOT_ALLOWED, GONE -> "404";
      case CONFLICT, PRECONDITION_FAILED -> "409";
      case PAYLOAD_TOO_LARGE -> "413";
      default -> status.is4xxClientError() ? "422" : "500";
    };
  }

  /** Whether the answer goes to our own script or an API client rather than a person's window. */
  public static boolean wantsJson(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }

  private String supportCode() {
    var bytes = new byte[4];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static String place(Exception fault) {
    var trace = fault.getStackTrace();
    return trace.length == 0 ? "unknown place" : trace[0].toString();
  }

  // Drivers and parsers quote values in their messages; the log keeps classes and lines only
  // (decisions 10).
  private static Throwable withoutText(Throwable fault) {
    var cause = fault.getCause();
    var bare =
        new Throwable(
            fault.getClass().getName(),
            cause == null || cause == fault ? null : withoutText(cause));
    bare.setStackTrace(fault.getStackTrace());
    return bare;
  }
}
