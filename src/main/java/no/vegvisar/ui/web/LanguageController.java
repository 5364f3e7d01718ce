package no.vegvisar.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Lets the reader choose a language; the choice follows the browser and outranks what the browser
 * asks for.
 */
@Controller
class LanguageController {

  private final LocaleResolver locales;

  LanguageController(LocaleResolver locales) {
    this.locales = locales;
  }

  @PostMapping("/language")
  String choose(
      @RequestParam("lang") String lang,
      @RequestParam(name = "from", defaultValue = "/") String from,
      HttpServletRequest request,
      HttpServletResponse response) {
    locales.setLocale(request, response, Locale.forLanguageTag(lang));
    return "redirect:" + (ownPath(from) ? from : "/");
  }

  // Only a path of ours: "//host" and "/\host" would leave the site, a line break would split the
  // header.
  private static boolean ownPath(String from) {
    return from.matches("/(?![/\\\\])[A-Za-z0-9/_.~?&=%+-]*");
  }
}
