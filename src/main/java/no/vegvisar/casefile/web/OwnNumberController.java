package no.vegvisar.casefile.web;

import java.util.List;
import java.util.Locale;
import no.vegvisar.casefile.OwnCases;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ActPages;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one of the staff tells their own number, if they wish, so that a case on themselves is shut
 * for them. Once kept, the number is never shown again.
 */
@Controller
class OwnNumberController {

  private static final String PATH = "/stepped-back/number";
  private static final String TEXTS = "casefile.own-number";

  private final OwnCases own;
  private final ActPages pages;

  OwnNumberController(OwnCases own, ActPages pages) {
    this.own = own;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView show(Locale locale) {
    return page("", List.of(), locale);
  }

  @PostMapping(PATH)
  ModelAndView tell(
      @RequestParam(name = "number", defaultValue = "") String number, Locale locale) {
    List<Refusal> refusals = own.kept() ? own.tell(number) : List.of();
    return refusals.isEmpty()
        ? new ModelAndView("redirect:" + PATH)
        : page(number, refusals, locale);
  }

  private ModelAndView page(String typed, List<Refusal> refusals, Locale locale) {
    boolean open = own.kept() && !own.told();
    String standing = !own.kept() ? "not-kept" : open ? "open" : "told";
    return pages.page(
        new ActPages.Place(null, "/stepped-back/mine", PATH, TEXTS),
        List.of(
            FactView.of(
                pages.text(TEXTS + ".standing", locale),
                pages.text(TEXTS + ".standing." + standing, locale))),
        open
            ? List.of(
                pages.required(
                    "text", "number", TEXTS + ".number", TEXTS + ".number.help", typed, locale))
            : List.of(),
        "",
        "",
        refusals,
        locale);
  }
}
