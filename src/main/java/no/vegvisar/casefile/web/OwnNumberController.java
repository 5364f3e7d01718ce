package no.vegvisar.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import no.vegvisar.casefile.OwnCases;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where one of the staff tells their own number, if they wish, so that a case on themselves is shut
 * for them. Once kept, the number is never shown again.
 */
@Controller
class OwnNumberController {

  private static final String PATH = "/stepped-back/number";

  private final OwnCases own;
  private final MessageSource messages;

  OwnNumberController(OwnCases own, MessageSource messages) {
    this.own = own;
    this.messages = messages;
  }

  @GetMapping(PATH)
  String show(Model model, Locale locale) {
    return page("", List.of(), model, locale);
  }

  @PostMapping(PATH)
  String tell(
      @RequestParam(name = "number", defaultValue = "") String number,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    List<Refusal> refusals = own.kept() ? own.tell(number) : List.of();
    if (refusals.isEmpty()) {
      return "redirect:" + PATH;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(number, refusals, model, locale);
  }

  private String page(String typed, List<Refusal> refusals, Model model, Locale locale) {
    boolean open = own.kept() && !own.told();
    String standing = !own.kept() ? "not-kept" : open ? "open" : "told";
    model.addAttribute(
        "view",
        new ActView(
            null,
            "/stepped-back/mine",
            PATH,
            text("h", locale),
            text("lead", locale),
            List.of(FactView.of(text("standing", locale), text("standing." + standing, locale))),
            open
                ? List.of(
                    new ActView.Field(
                        "text",
                        "number",
                        text("number", locale),
                        text("number.help", locale),
                        typed,
                        true,
                        List.of()))
                : List.of(),
            "",
            "",
            ProblemView.of(refusals, messages, locale)));
    return "layout/act";
  }

  private String text(String key, Locale locale) {
    return messages.getMessage("casefile.own-number." + key, null, locale);
  }
}
