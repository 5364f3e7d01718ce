package no.vegvisar.assessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.assessment.MeetingDesk;
import no.vegvisar.form.Notices;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The assessment team's meeting: planned, begun, and what is signed after it. */
@Controller
class MeetingController {

  private final MeetingDesk desk;
  private final MeetingPage page;
  private final Notices notices;

  MeetingController(MeetingDesk desk, MeetingPage page, Notices notices) {
    this.desk = desk;
    this.page = page;
    this.notices = notices;
  }

  @GetMapping("/meeting")
  ModelAndView show(
      @RequestParam(name = "day", required = false) String day,
      @RequestParam(name = "done", required = false) String done,
      Locale locale) {
    Language language = Language.of(locale);
    return draw(dayOf(day), null, List.of(), notices.after(done, language), language);
  }

  @PostMapping("/meeting/plan")
  ModelAndView plan(Sent sent, @RequestParam("_version") String version, Locale locale) {
    MeetingDesk.Typed typed = sent.typed(dayOf(sent.day()), version);
    return answer(typed, desk.plan(unit(), typed), "/meeting?day=" + typed.day(), locale);
  }

  /** Begins and leads to the first referral of the agenda. */
  @PostMapping("/meeting/begin")
  ModelAndView begin(Sent sent, @RequestParam("_version") String version, Locale locale) {
    MeetingDesk.Typed typed = sent.typed(dayOf(sent.day()), version);
    List<Refusal> refusals = desk.begin(unit(), typed);
    String first = refusals.isEmpty() ? page.first("agenda") : null;
    return answer(typed, refusals, first == null ? "/meeting?day=" + typed.day() : first, locale);
  }

  /** As the form sends it; what is not chosen is not there. */
  record Sent(String day, List<String> present, List<String> professions, List<String> cases) {

    MeetingDesk.Typed typed(LocalDate day, String version) {
      return new MeetingDesk.Typed(
          day,
          version.matches("\\d{1,18}") ? Long.parseLong(version) : -1,
          orNone(present),
          orNone(professions),
          orNone(cases));
    }

    private static List<String> orNone(List<String> chosen) {
      return chosen == null ? List.of() : chosen;
    }
  }

  private ModelAndView answer(
      MeetingDesk.Typed typed, List<Refusal> refusals, String next, Locale locale) {
    if (refusals.isEmpty()) {
      return new ModelAndView("redirect:" + next);
    }
    ModelAndView again = draw(typed.day(), typed, refusals, null, Language.of(locale));
    again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return again;
  }

  private ModelAndView draw(
      LocalDate day,
      MeetingDesk.Typed typed,
      List<Refusal> refusals,
      String notice,
      Language language) {
    return new ModelAndView(
        "assessment/meeting", "view", page.of(unit(), day, typed, refusals, notice, language));
  }

  private String unit() {
    return desk.unit()
        .orElseThrow(() -> new NoAccessException(Refusal.of("meeting.refusal.not-on-team")));
  }

  /** The next possible day for anything that is no day. */
  private LocalDate dayOf(String typed) {
    LocalDate day = OsloTime.dayTyped(typed);
    return day == null ? desk.nextDay() : day;
  }
}
