package no.vegvisar.assessment.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.MeetingDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.casefile.WaitingTasks;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.TaskRun;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.PatientBannerView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the page of the team's meeting together. */
@Component
class MeetingPage {

  private static final String ASSESSMENT = "T01";

  private final MeetingDesk desk;
  private final List<TaskRun> runs;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final DeadlineClocks clocks;
  private final DeadlineWords words;
  private final FormPages forms;
  private final Users users;
  private final CaseAccess access;
  private final MessageSource messages;

  MeetingPage(
      MeetingDesk desk,
      List<TaskRun> runs,
      CaseFiles cases,
      PersonViews persons,
      DeadlineClocks clocks,
      DeadlineWords words,
      FormPages forms,
      Users users,
      CaseAccess access,
      MessageSource messages) {
    this.desk = desk;
    this.runs = runs;
    this.cases = cases;
    this.persons = persons;
    this.clocks = clocks;
    this.words = words;
    this.forms = forms;
    this.users = users;
    this.access = access;
    this.messages = messages;
  }

  /**
   * @param typed what was sent and refused, or null to show what is kept
   */
  MeetingView of(
      String unit,
      LocalDate day,
      MeetingDesk.Typed typed,
      List<Refusal> refusals,
      String notice,
      Language language) {
    MeetingDesk.Meeting meeting = desk.on(unit, day);
    List<String> present = typed == null ? meeting.present() : typed.present();
    List<String> professions = typed == null ? meeting.professions() : typed.professions();
    List<WaitingTasks.Waiting> toSign = desk.toSign();
    Map<CaseNo, UserId> preparedBy =
        desk.preparedBy(toSign.stream().map(WaitingTasks.Waiting::caseNo).toList());
    return new MeetingView(
        day.toString(),
        dayText(day, language),
        meeting.begun(),
        desk.team(unit).stream()
            .map(
                u ->
                    ChoiceView.of(
                        u.id().value(), u.displayName(), present.contains(u.id().value())))
            .toList(),
        MeetingDesk.PROFESSIONS.stream()
            .map(
                p ->
                    ChoiceView.of(
                        p, text("meeting.profession." + p, language), professions.contains(p)))
            .toList(),
        rows(
            desk.toPrepare(),
            "agenda",
            WaitingTasks.Waiting::holder,
            c -> typed == null ? !meeting.leftOut().contains(c) : typed.cases().contains(c.value()),
            language),
        rows(toSign, "signing", w -> preparedBy.get(w.caseNo()), c -> false, language),
        meeting.begun() ? first("agenda") : null,
        first("signing"),
        String.valueOf(meeting.version()),
        Ids.next().toString(),
        forms.problems(refusals, language),
        notice);
  }

  /** Where the first open task of the run is; null when nothing is open. */
  String first(String runKey) {
    return runs.stream()
        .filter(r -> r.key().equals(runKey))
        .flatMap(r -> r.taskIds().stream())
        .findFirst()
        .map(id -> "/tasks/" + id + "?run=" + runKey)
        .orElse(null);
  }

  private List<MeetingView.Row> rows(
      List<WaitingTasks.Waiting> waiting,
      String runKey,
      Function<WaitingTasks.Waiting, UserId> who,
      Predicate<CaseNo> chosen,
      Language language) {
    List<CaseNo> asked = waiting.stream().map(WaitingTasks.Waiting::caseNo).toList();
    var decisions = access.decide(asked, Thing.CASE_SUMMARY);
    List<CaseNo> visible = asked.stream().filter(c -> decisions.get(c).allowed()).toList();
    Map<CaseNo, PatientBannerView> banners = persons.banners(cases.all(visible).values(), language);
    List<String> subjects = visible.stream().map(CaseNo::value).toList();
    var due = clocks.find(ASSESSMENT, subjects);
    var spent = words.spent(ASSESSMENT, subjects, language);
    return waiting.stream()
        .filter(w -> banners.containsKey(w.caseNo()))
        .map(
            w ->
                row(
                    w,
                    runKey,
                    banners.get(w.caseNo()),
                    // assessed anew after a complaint, the first time is over and counts no days
                    Optional.ofNullable(due.get(w.caseNo().value()))
                        .filter(DeadlineClocks.DeadlineClock::running)
                        .orElse(null),
                    spent.getOrDefault(w.caseNo().value(), List.of()),
                    who.apply(w),
                    chosen.test(w.caseNo()),
                    language))
        .toList();
  }

  private MeetingView.Row row(
      WaitingTasks.Waiting waiting,
      String runKey,
      PatientBannerView person,
      DeadlineClocks.DeadlineClock clock,
      List<String> spent,
      UserId who,
      boolean chosen,
      Language language) {
    return new MeetingView.Row(
        "/tasks/" + waiting.taskId() + "?run=" + runKey,
        waiting.caseNo().value(),
        person.fullName(),
        person.bornText(),
        person.marks(),
        clock == null ? null : words.of(clock, language),
        spent,
        clock == null ? null : dayText(clock.startedOn(), language),
        who == null ? null : users.displayName(who),
        chosen);
  }

  private static String dayText(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern(
            language == Language.EN ? "EEEE d MMMM" : "EEEE d. MMMM", language.locale())
        .format(day);
  }

  private String text(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
