package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.referral.web.DutyView;
import no.vegvisar.referral.web.WorryView;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acute worry in words: for who reads it, for who is on duty, and for the sender. */
@Service
@Transactional
public class WorryPages {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  private final WorryDesk desk;
  private final TriageDuty duty;
  private final ReadingHours hours;
  private final ReferralRecords records;
  private final SenderWords senders;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final Users users;
  private final CurrentActor current;
  private final Clock clock;
  private final MessageSource messages;
  private final Duration standInAfter;
  private final Duration everyoneAfter;

  WorryPages(
      WorryDesk desk,
      TriageDuty duty,
      ReadingHours hours,
      ReferralRecords records,
      SenderWords senders,
      CaseFiles cases,
      PersonViews persons,
      Users users,
      CurrentActor current,
      Clock clock,
      MessageSource messages,
      @Value("${vegvisar.referral.worry.stand-in-after:PT1H}") Duration standInAfter,
      @Value("${vegvisar.referral.worry.everyone-after:PT2H}") Duration everyoneAfter) {
    this.desk = desk;
    this.duty = duty;
    this.hours = hours;
    this.records = records;
    this.senders = senders;
    this.cases = cases;
    this.persons = persons;
    this.users = users;
    this.current = current;
    this.clock = clock;
    this.messages = messages;
    this.standInAfter = standInAfter;
    this.everyoneAfter = everyoneAfter;
  }

  /** When somebody reads what is sent now. */
  public String reading(Language language) {
    return hours.inWords(language);
  }

  /** The worry of a case; opening it is logged. Empty when none was told. */
  public Optional<WorryView> open(
      CaseNo caseNo, String typed, List<Refusal> refusals, Language language) {
    return desk.open(caseNo).map(worry -> view(caseNo, worry, typed, refusals, language));
  }

  private WorryView view(
      CaseNo caseNo, AcuteWorry worry, String typed, List<Refusal> refusals, Language language) {
    Referral referral = records.ofCase(caseNo);
    JsonNode answers = records.answersOf(referral);
    String worried = answers.path("riskWords").asText("");
    // a call taken down has no field of its own for the worry: all that was said stands in one
    String words = worried.isBlank() ? answers.path("reason").asText("") : worried;
    List<FactView> facts = new ArrayList<>();
    facts.add(fact("referral.worry.sent", at(worry.raisedAt()), language));
    facts.add(fact("referral.worry.by", senders.forIntake(referral, language).get(0), language));
    facts.add(fact("referral.worry.read-from", at(worry.readFrom()), language));
    facts.add(
        fact(
            "referral.worry.receiver",
            worry.receiver() == null
                ? message("referral.worry.nobody", language)
                : users.displayName(worry.receiver()),
            language));
    if (worry.standIn() != null) {
      facts.add(fact("referral.worry.stand-in", users.displayName(worry.standIn()), language));
    }
    facts.add(
        fact(
            "referral.worry.first-read",
            worry.openedAt() == null
                ? message("referral.worry.not-read", language)
                : users.displayName(worry.openedBy()) + ", " + at(worry.openedAt()),
            language));
    if (worry.isSettled()) {
      facts.add(
          fact(
              "referral.worry.settled",
              users.displayName(worry.settledBy()) + ", " + at(worry.settledAt()),
              language));
      facts.add(fact("referral.worry.done", worry.doneAbout(), language));
    }
    return new WorryView(
        "/cases/" + caseNo,
        persons.banner(cases.get(caseNo), language),
        worry.reasons().stream().map(r -> message("referral.worry.reason." + r, language)).toList(),
        words.isBlank() ? null : words,
        facts,
        !worry.isSettled() && current.get().holds(TriageDuty.ROLE, IntakeDesk.UNIT),
        typed,
        problems(refusals, language));
  }

  public List<Refusal> settle(CaseNo caseNo, String done) {
    return desk.settle(caseNo, done);
  }

  /** For the sender: whether and when it was read, or when it can be; never what was done. */
  Optional<String> forSender(CaseNo caseNo, Language language) {
    return desk.find(caseNo)
        .map(
            worry ->
                worry.openedAt() == null
                    ? message("referral.worry.status.waits", language, at(worry.readFrom()))
                    : message("referral.worry.status.read", language, at(worry.openedAt())));
  }

  /** Who is on duty, for those of the unit. */
  @Transactional(readOnly = true)
  public DutyView duty(List<Refusal> refusals, boolean saved, Language language) {
    requireUnit();
    LocalDate today = OsloTime.dateOf(clock.instant());
    List<ChoiceView> people =
        duty.candidates(IntakeDesk.UNIT).stream()
            .map(u -> ChoiceView.of(u.id().value(), u.displayName(), false))
            .toList();
    return new DutyView(
        message(
            "referral.duty.lead", language, standInAfter.toMinutes(), everyoneAfter.toMinutes()),
        List.of(
            fact("referral.duty.today", onDuty(today, language), language),
            fact("referral.duty.next", onDuty(today.plusDays(1), language), language)),
        people,
        today.toString(),
        saved,
        problems(refusals, language));
  }

  private String onDuty(LocalDate day, Language language) {
    TriageDuty.OnDuty there = duty.on(IntakeDesk.UNIT, day);
    if (there.receiver() == null) {
      return message("referral.duty.nobody", language);
    }
    String receiver = users.displayName(there.receiver());
    return there.standIn() == null
        ? receiver
        : message(
            "referral.duty.stands-in", language, receiver, users.displayName(there.standIn()));
  }

  /** Puts somebody on duty. */
  public List<Refusal> setDuty(LocalDate from, LocalDate until, String receiver, String standIn) {
    requireUnit();
    return duty.set(
        IntakeDesk.UNIT,
        from,
        until,
        new UserId(receiver),
        standIn == null || standIn.isBlank() ? null : new UserId(standIn));
  }

  private void requireUnit() {
    boolean mine =
        List.of(Role.INTAKE, Role.ASSESSOR, Role.SIGNER).stream()
            .anyMatch(role -> current.get().holds(role, IntakeDesk.UNIT));
    if (!mine) {
      throw new NoAccessException(Refusal.of("referral.refusal.duty-role"));
    }
  }

  private List<ProblemView> problems(List<Refusal> refusals, Language language) {
    return ProblemView.of(refusals, messages, language.locale());
  }

  private FactView fact(String key, String text, Language language) {
    return FactView.of(message(key, language), text);
  }

  private static String at(Instant instant) {
    return MOMENT.format(OsloTime.dateTimeOf(instant));
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
