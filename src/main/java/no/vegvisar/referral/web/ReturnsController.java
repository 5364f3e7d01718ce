package no.vegvisar.referral.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.OverdoseReturns;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open returns after an overdose: agreed by a doctor, met by whoever is there; no names. */
@Controller
class ReturnsController {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  /**
   * What {@code referral/returns.html} draws.
   *
   * @param caseNo of the patient the card is agreed with, or null: then it names nobody
   * @param done what has just been done, or null
   * @param open number and until when
   */
  public record ReturnsView(
      boolean mayAgree,
      String caseNo,
      String key,
      String number,
      String done,
      List<FactView> open,
      List<ProblemView> problems) {}

  private final OverdoseReturns returns;
  private final MessageSource messages;

  ReturnsController(OverdoseReturns returns, MessageSource messages) {
    this.returns = returns;
    this.messages = messages;
  }

  @GetMapping("/returns")
  String show(
      @RequestParam(name = "case", required = false) CaseNo caseNo, Model model, Locale locale) {
    return page(caseNo, null, "", List.of(), model, locale);
  }

  @PostMapping("/returns")
  String agree(
      @RequestParam("_key") UUID key,
      @RequestParam(name = "case", required = false) CaseNo caseNo,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return answer(returns.agree(key, caseNo), "agreed", "", model, locale, response);
  }

  @PostMapping("/returns/came")
  String came(
      @RequestParam(name = "number", defaultValue = "") String number,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return answer(returns.came(number), "received", number, model, locale, response);
  }

  private String answer(
      Outcome<OverdoseReturns.Card> outcome,
      String what,
      String number,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    if (!outcome.isDone()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      List<ProblemView> problems = ProblemView.of(outcome.refusals(), messages, locale);
      return page(null, null, number, problems, model, locale);
    }
    OverdoseReturns.Card card = outcome.value();
    String done =
        messages.getMessage(
            "referral.return.done." + what,
            new Object[] {card.number(), MOMENT.format(OsloTime.dateTimeOf(card.until()))},
            locale);
    return page(null, done, "", List.of(), model, locale);
  }

  private String page(
      CaseNo caseNo,
      String done,
      String number,
      List<ProblemView> problems,
      Model model,
      Locale locale) {
    if (!returns.mayReceive()) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-staff"));
    }
    model.addAttribute(
        "view",
        new ReturnsView(
            returns.mayAgree(),
            caseNo == null ? null : caseNo.value(),
            Ids.next().toString(),
            number,
            done,
            returns.open().stream()
                .map(
                    c ->
                        FactView.of(
                            c.number(),
                            messages.getMessage(
                                "referral.return.until",
                                new Object[] {MOMENT.format(OsloTime.dateTimeOf(c.until()))},
                                locale)))
                .toList(),
            problems));
    return "referral/returns";
  }
}
