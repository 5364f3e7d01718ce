package no.vegvisar.assessment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.assessment.DeadlineGuide.SeniorityAge;
import no.vegvisar.deadline.LastDays;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands beside the forms of the assessment, in the reader's language; it decides nothing. */
@Component
class AssessmentWords {

  private final AssessmentDesk desk;
  private final DeadlineGuide guide;
  private final NearHome nearHome;
  private final DecisionLetters letters;
  private final Users users;
  private final MessageSource messages;

  AssessmentWords(
      AssessmentDesk desk,
      DeadlineGuide guide,
      NearHome nearHome,
      DecisionLetters letters,
      Users users,
      MessageSource messages) {
    this.desk = desk;
    this.guide = guide;
    this.nearHome = nearHome;
    this.letters = letters;
    this.users = users;
    this.messages = messages;
  }

  /** The rows of the guide, how sure they are, what follows a detox, and what age and cap say. */
  List<String> guidance(CaseNo caseNo, Language language) {
    List<String> lines = new ArrayList<>();
    desk.begun(caseNo)
        .map(a -> desk.guidance(a).stream().map(t -> t.in(language)).toList())
        .filter(rows -> !rows.isEmpty())
        .ifPresent(
            rows -> {
              lines.addAll(rows);
              lines.add(text("assessment.guidance.recheck", language));
            });
    guide.afterDetox(caseNo).forEach(rule -> lines.add(rule.in(language)));
    lines.addAll(age(caseNo, language));
    return lines;
  }

  /** The age as it counts, by name, and the cap with its doubt. */
  private List<String> age(CaseNo caseNo, Language language) {
    Optional<SeniorityAge> known = guide.age(caseNo);
    if (known.isEmpty()) {
      return List.of(text("assessment.age.unknown", language));
    }
    SeniorityAge age = known.get();
    if (!age.under23()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    String on = language.day(age.on());
    lines.add(
        text(
            age.under18() ? "assessment.age.child" : "assessment.age.young",
            language,
            age.years(),
            on));
    lines.add(text("assessment.age.turns", language, language.day(age.turns23())));
    guide
        .cap(caseNo)
        .ifPresentOrElse(
            cap ->
                lines.add(
                    text(
                        guide.capCountsFromReceipt()
                            ? "assessment.cap.receipt"
                            : "assessment.cap.assessment",
                        language,
                        cap.name().in(language),
                        language.day(cap.on()))),
            () -> lines.add(text("assessment.cap.off", language)));
    return lines;
  }

  /** What the patient wishes, and which clinic is near home; says so when no wish was told. */
  List<String> wish(CaseNo caseNo, Language language) {
    DeadlineGuide.Wish wish = guide.wish(caseNo);
    List<String> lines = new ArrayList<>();
    if (wish.levels().isEmpty() && wish.place() == null && wish.offers().isEmpty()) {
      lines.add(text("assessment.wish.none", language));
    }
    if (!wish.levels().isEmpty()) {
      lines.add(
          text(
              "assessment.wish.levels",
              language,
              String.join(
                  ", ",
                  wish.levels().stream()
                      .map(l -> text("assessment.level." + l, language))
                      .toList())));
    }
    if (wish.place() != null) {
      lines.add(text("assessment.wish.place", language, wish.place()));
    }
    if (!wish.offers().isEmpty()) {
      lines.add(text("assessment.wish.levels", language, offers(caseNo, wish.offers(), language)));
    }
    lines.addAll(home(nearHome.of(caseNo), language));
    return lines;
  }

  /** Where the patient lives and stays, and which clinic is nearest (S6). */
  private List<String> home(NearHome.Home home, Language language) {
    if (home.kept()) {
      return List.of(text("assessment.home.kept", language));
    }
    List<String> lines = new ArrayList<>();
    if (home.lives() != null) {
      lines.add(text("assessment.home.lives", language, home.lives()));
    }
    if (home.stays() != null) {
      lines.add(text("assessment.home.stays", language, home.stays()));
    }
    if (home.homeless()) {
      lines.add(text("assessment.home.homeless", language));
    }
    if (home.words() != null) {
      lines.add(home.words().in(language));
    }
    return lines;
  }

  /** Talks and group in words; a relative's group is one with other relatives (S106). */
  String offers(CaseNo caseNo, List<String> codes, Language language) {
    boolean kin = letters.ofKin(caseNo);
    return String.join(
        ", ", codes.stream().map(o -> text(DecisionLetters.offer(o, kin), language)).toList());
  }

  /** Why it came back and from whom; empty unless it did. */
  List<String> sentBack(RightsAssessment assessment, Language language) {
    if (assessment.state() != RightsAssessment.State.SENT_BACK) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "assessment.sent-back.by",
            language,
            assessment.sentBackBy() == null ? "–" : users.displayName(assessment.sentBackBy()),
            text("assessment.cause." + assessment.sentBackCause(), language)));
    if (assessment.sentBackWords() != null) {
      lines.add(assessment.sentBackWords());
    }
    lines.add(text("assessment.sent-back.prefilled", language));
    return lines;
  }

  /** The whole proposal, and where it departs from wish or cap with the reason that was given. */
  List<String> proposal(RightsAssessment assessment, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(text("assessment.outcome." + assessment.outcome(), language));
    if (!desk.readList(assessment.levelsJson()).isEmpty()) {
      lines.add(
          text(
              "assessment.proposal.levels",
              language,
              String.join(
                  ", ",
                  desk.readList(assessment.levelsJson()).stream()
                      .map(l -> text("assessment.level." + l, language))
                      .toList())));
    }
    add(lines, "level-differs", assessment.levelDiffers(), language);
    add(lines, "place", assessment.place(), language);
    add(lines, "place-differs", assessment.placeDiffers(), language);
    List<String> offers = desk.readList(assessment.offersJson());
    add(
        lines,
        "offers",
        offers.isEmpty() ? null : offers(assessment.caseNo(), offers, language),
        language);
    add(lines, "deadline", language.day(assessment.deadline()), language);
    lines.addAll(deadlineWarnings(assessment, language));
    add(
        lines,
        "appointment",
        DecisionLetters.dateTime(assessment.firstAppointment(), language),
        language);
    guide
        .comesHomeAfter(assessment.caseNo(), assessment.firstAppointment())
        .ifPresent(
            home -> lines.add(text("assessment.proposal.not-home", language, language.day(home))));
    if (assessment.appointmentWeek() != null) {
      LocalDate week = assessment.appointmentWeek();
      add(
          lines,
          "appointment",
          text(
              "assessment.letter.week",
              language,
              language.day(week),
              language.day(week.plusDays(ProposalCheck.WEEK_ENDS))),
          language);
    }
    add(lines, "meeting-form", meetingForm(assessment, language), language);
    add(
        lines,
        assessment.outcome().equals("adviceOnly") ? "advice" : "elsewhere",
        assessment.elsewhere(),
        language);
    if (assessment.outcome().equals("adviceOnly")
        && !letters.referrerGetsWords(assessment.caseNo())) {
      lines.add(text("assessment.proposal.advice-to-patient", language));
    }
    if (assessment.handOver() != null) {
      lines.add(text("assessment.hand-over." + assessment.handOver(), language));
    }
    add(lines, "reason", assessment.reason(), language);
    lines.add(participants(desk.readList(assessment.participantsJson()), language));
    add(lines, "prepared-by", users.displayName(assessment.preparedBy()), language);
    return lines;
  }

  /** How the first appointment is held (S15); null when it was not said. */
  String meetingForm(RightsAssessment assessment, Language language) {
    return assessment.meetingForm() == null
        ? null
        : text("assessment.meeting-form." + assessment.meetingForm(), language);
  }

  /** Who assessed: a team is of several professions (S29), and the signer answers for the rest. */
  private String participants(List<String> professions, Language language) {
    String named =
        String.join(
            ", ",
            professions.stream().map(p -> text("meeting.profession." + p, language)).toList());
    return switch (professions.size()) {
      case 0 -> text("assessment.proposal.participants-none", language);
      case 1 -> text("assessment.proposal.participants-one", language, named);
      default -> text("assessment.proposal.participants", language, named);
    };
  }

  /** A deadline on a day when offices are shut, and one later than the cap, in words. */
  List<String> deadlineWarnings(RightsAssessment assessment, Language language) {
    LocalDate deadline = assessment.deadline();
    if (deadline == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    LocalDate open = guide.workingDayUpTo(deadline);
    if (!open.equals(deadline)) {
      lines.add(
          text(
              deadline.getDayOfWeek() == DayOfWeek.SATURDAY
                  ? "assessment.deadline.saturday"
                  : deadline.getDayOfWeek() == DayOfWeek.SUNDAY
                      ? "assessment.deadline.sunday"
                      : "assessment.deadline.holiday",
              language,
              language.day(open)));
    }
    guide
        .cap(assessment.caseNo())
        .map(LastDays.LastDay::on)
        .filter(deadline::isAfter)
        .ifPresent(
            cap ->
                lines.add(
                    text(
                        "assessment.deadline.after-cap",
                        language,
                        language.day(cap),
                        assessment.deadlineReason() == null ? "–" : assessment.deadlineReason())));
    return lines;
  }

  private void add(List<String> lines, String key, String value, Language language) {
    if (value != null) {
      lines.add(text("assessment.proposal." + key, language, value));
    }
  }

  String text(String key, Language language, Object... values) {
    return messages.getMessage(key, values, language.locale());
  }
}
