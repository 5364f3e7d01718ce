package no.vegvisar.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import no.vegvisar.kernel.Language;
import org.springframework.web.servlet.LocaleResolver;

/** The reader's own choice, else what the browser asks for when that is Norwegian, else English. */
final class ReaderLocaleResolver implements LocaleResolver {

  static final String COOKIE = "vegvisar-language";
  private static final int A_YEAR = 60 * 60 * 24 * 365;

  private static final Set<String> KNOWN = Set.of("nn", "nb", "no", "en");

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var chosen = chosen(request);
    if (chosen != null && KNOWN.contains(chosen)) {
      return Language.ofCode(chosen).locale();
    }
    // Without the header the container would answer with the machine's own language.
    if (request.getHeader("Accept-Language") == null) {
      return Language.EN.locale();
    }
    return Collections.list(request.getLocales()).stream()
        .filter(wish -> KNOWN.contains(wish.getLanguage()))
        .findFirst()
        .map(Language::of)
        .orElse(Language.EN)
        .locale();
  }

  private static String chosen(HttpServletRequest request) {
    if (request.getAttribute(COOKIE) instanceof String justChosen) {
      return justChosen;
    }
    if (request.getCookies() != null) {
      for (var cookie : request.getCookies()) {
        if (COOKIE.equals(cookie.getName())) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    var language = Language.of(locale).code();
    request.setAttribute(COOKIE, language);
    var cookie = new Cookie(COOKIE, language);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(A_YEAR);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
