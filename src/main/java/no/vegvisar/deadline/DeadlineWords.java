package no.vegvisar.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.casefile.CaseDeadlines;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.DueView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines as people read them: working days left in words, the date, and who set it. Only a clock
 * of the law is called statutory.
 */
@Component
public class DeadlineWords implements CaseDeadlines {

  private final ClockRows clocks;
  private final WorkingDays calendar;
  private final SpentTime spent;
  private final MessageSource messages;
  private final Clock clock;

  DeadlineWords(
      ClockRows clocks,
      WorkingDays calendar,
      SpentTime spent,
      MessageSource messages,
      Clock clock) {
    this.clocks = clocks;
    this.calendar = calendar;
    this.spent = spent;
    this.messages = messages;
    this.clock = clock;
  }

  /** A clock as a deadline. */
  public DeadlineView of(DeadlineClocks.DeadlineClock deadline, Language language) {
    return of(deadline.dueOn(), deadline.kind(), language);
  }

  /**
   * A last day as a deadline.
   *
   * @param kind null shows no kind
   */
  public DeadlineView of(LocalDate due, DeadlineClocks.Kind kind, Language language) {
    Locale locale = language.locale();
    int left = calendar.between(OsloTime.dateOf(clock.instant()), due);
    // a weekend ahead is still a day in time
    boolean today = due.equals(OsloTime.dateOf(clock.instant()));
    int shown = left == 0 && !today ? 1 : left;
    String key =
        shown < 0
            ? shown == -1 ? "ui.deadline.over.one" : "ui.deadline.over"
            : shown == 0
                ? "ui.deadline.today"
                : shown == 1 ? "ui.deadline.left.one" : "ui.deadline.left";
    return new DeadlineView(
        DeadlineView.Level.of(shown),
        messages.getMessage(key, new Object[] {Math.abs(shown)}, locale),
        dateText(due, language),
        kind == null
            ? null
            : messages.getMessage(
                "ui.deadline.kind." + kindOf(kind).name().toLowerCase(Locale.ROOT), null, locale),
        kind == null ? DeadlineView.Kind.INTERNAL : kindOf(kind));
  }

  /** What the clock is about, from the rule as it applied. */
  @Transactional(readOnly = true)
  public String name(DeadlineClocks.DeadlineClock deadline, Language language) {
    return clocks
        .findByFamilyAndSubject(deadline.family(), deadline.subject())
        .map(c -> name(c, language))
        .orElse(deadline.rule());
  }

  /**
   * Where the time of the clocks of a family went, by subject; one sentence for each cause, and a
   * clock without a cause is left out.
   */
  @Transactional(readOnly = true)
  public Map<String, List<String>> spent(
      String family, Collection<String> subjects, Language language) {
    List<ClockEntity> found = clocks.findByFamilyAndSubjectIn(family, subjects);
    Map<UUID, List<String>> words = spent.of(found, language);
    return found.stream()
        .filter(c -> words.containsKey(c.id))
        .collect(Collectors.toMap(c -> c.subject, c -> words.get(c.id)));
  }

  @Override
  @Transactional(readOnly = true)
  public List<DueView> running(CaseNo caseNo, Language language) {
    return running(List.of(caseNo), language).getOrDefault(caseNo, List.of());
  }

  @Override
  @Transactional(readOnly = true)
  public Map<CaseNo, List<DueView>> running(Collection<CaseNo> caseNos, Language language) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    List<ClockEntity> shown =
        clocks.findByCaseNoIn(caseNos.stream().map(CaseNo::value).toList()).stream()
            .filter(c -> c.running() && !c.lazy)
            .filter(c -> !c.isPatientsRight() || !c.dueOn.isBefore(today))
            .sorted(Comparator.comparing((ClockEntity c) -> c.dueOn).thenComparing(c -> c.family))
            .toList();
    Map<UUID, List<String>> words = spent.of(shown, language);
    return shown.stream()
        .collect(
            Collectors.groupingBy(
                ClockEntity::caseNumber,
                Collectors.mapping(
                    c ->
                        new DueView(
                            name(c, language),
                            of(c.dueOn, c.kind, language),
                            words.getOrDefault(c.id, List.of())),
                    Collectors.toList())));
  }

  private String name(ClockEntity entity, Language language) {
    String name = entity.name().in(language);
    return entity.mark == null
        ? name
        : messages.getMessage("deadline.recheck", new Object[] {name}, language.locale());
  }

  private static String dateText(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern(
            language == Language.EN ? "EEE d MMM" : "EEE d. MMM", language.locale())
        .format(day);
  }

  private static DeadlineView.Kind kindOf(DeadlineClocks.Kind kind) {
    return switch (kind) {
      case BINDING -> DeadlineView.Kind.LAW;
      case GUIDING -> DeadlineView.Kind.PATH;
      case OWN -> DeadlineView.Kind.INTERNAL;
    };
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<LocalDate> byLaw(CaseNo caseNo) {
    return clocks.findByCaseNo(caseNo.value()).stream()
        .filter(c -> c.running() && c.kind == DeadlineClocks.Kind.BINDING)
        .map(c -> c.dueOn)
        .min(Comparator.naturalOrder());
  }
}
