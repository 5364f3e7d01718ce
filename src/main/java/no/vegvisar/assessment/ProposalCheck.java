package no.vegvisar.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.assessment.RightsAssessment.Proposal;
import no.vegvisar.deadline.LastDays;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;

/**
 * What a proposal must have before somebody signs it: each outcome what its letter needs, and a
 * reason wherever it departs from the patient's wish, the place near home or the cap. Nothing is
 * refused for being late or unusual; it is refused for being without a reason.
 */
final class ProposalCheck {

  /** No guide comes near it; a year typed wrong would bind the house and the patient for ever. */
  private static final int SURELY_A_SLIP_YEARS = 2;

  private static final int FAR_MONTHS = 4;

  /** Last day of a week, from its first. */
  static final int WEEK_ENDS = 6;

  private final Proposal proposal;
  private final List<Refusal> refusals = new ArrayList<>();

  private ProposalCheck(Proposal proposal) {
    this.proposal = proposal;
  }

  /**
   * @param cap the cap under 23, when it applies
   */
  static List<Refusal> check(
      Proposal proposal,
      DeadlineGuide.Wish wish,
      NearHome.Home home,
      Optional<LastDays.LastDay> cap,
      Instant now) {
    var check = new ProposalCheck(proposal);
    switch (proposal.outcome()) {
      case "granted" -> check.granted(wish, home, cap, OsloTime.dateOf(now));
      case "refused" -> check.needs("elsewhere", proposal.elsewhere(), "elsewhere-missing");
      case "adviceOnly" -> check.needs("advice", proposal.elsewhere(), "advice-missing");
      default -> check.needs("toPlace", proposal.place(), "to-place-missing");
    }
    Optional.ofNullable(proposal.firstAppointment())
        .flatMap(a -> appointment(a, proposal.deadline(), now))
        .ifPresent(check.refusals::add);
    return check.refusals;
  }

  /**
   * Whether dates that could stand when it was prepared still can: nobody is told to come
   * yesterday.
   *
   * @param setNow appointment that the signer sets in place of the prepared one, or null
   */
  static Optional<Refusal> whenSigned(RightsAssessment prepared, Instant setNow, Instant now) {
    LocalDate today = OsloTime.dateOf(now);
    if (prepared.deadline().isBefore(today)) {
      return Optional.of(Refusal.of("assessment.refusal.deadline-past-meanwhile").at("signed"));
    }
    if (setNow != null) {
      return appointment(setNow, prepared.deadline(), now);
    }
    boolean dayPast =
        prepared.firstAppointment() != null && prepared.firstAppointment().isBefore(now);
    boolean weekPast =
        prepared.appointmentWeek() != null
            && prepared.appointmentWeek().plusDays(WEEK_ENDS).isBefore(today);
    return dayPast || weekPast
        ? Optional.of(
            Refusal.of("assessment.refusal.appointment-past-meanwhile").at("firstAppointment"))
        : Optional.empty();
  }

  /** Whether the appointment can stand: not in the past, not after the binding deadline. */
  static Optional<Refusal> appointment(Instant appointment, LocalDate deadline, Instant now) {
    if (appointment.isBefore(now)) {
      return Optional.of(Refusal.of("assessment.refusal.appointment-past").at("firstAppointment"));
    }
    if (deadline != null && OsloTime.dateOf(appointment).isAfter(deadline)) {
      return Optional.of(
          Refusal.of("assessment.refusal.appointment-after-deadline").at("firstAppointment"));
    }
    return Optional.empty();
  }

  private void granted(
      DeadlineGuide.Wish wish,
      NearHome.Home home,
      Optional<LastDays.LastDay> cap,
      LocalDate today) {
    List<String> levels = proposal.levels();
    if (levels.isEmpty()) {
      refuse("levels", "level-missing");
    } else if (!wish.meetsLevel(levels.get(0))) {
      needs("levelDiffers", proposal.levelDiffers(), "level-differs");
    }
    if (levels.size() != levels.stream().distinct().count()) {
      refuse("levels", "level-twice");
    }
    needs("place", proposal.place(), "place-missing");
    if (!wish.meetsPlace(proposal.place())) {
      needs("placeDiffers", proposal.placeDiffers(), "place-differs");
    } else if (wish.place() == null && home.fartherThanNeeded(proposal.place())) {
      needs("placeDiffers", proposal.placeDiffers(), "place-farther");
    }
    LocalDate deadline = proposal.deadline();
    if (deadline == null) {
      refuse("deadline", "deadline-missing");
    } else if (deadline.isBefore(today)) {
      refuse("deadline", "deadline-past");
    } else if (deadline.isAfter(today.plusYears(SURELY_A_SLIP_YEARS))) {
      refuse("deadline", "deadline-far");
    } else if (cap.filter(c -> deadline.isAfter(c.on())).isPresent()
        && proposal.deadlineReason() == null) {
      refusals.add(
          Refusal.of("assessment.refusal.after-cap", DecisionLetters.DAY.format(cap.get().on()))
              .at("deadlineReason"));
    } else {
      week(deadline, today);
    }
  }

  /** A week in place of day and time is for deadlines that are far away (pathway-facts §3.4). */
  private void week(LocalDate deadline, LocalDate today) {
    LocalDate week = proposal.appointmentWeek();
    if (week == null) {
      return;
    }
    if (proposal.firstAppointment() != null) {
      refuse("appointmentWeek", "week-and-time");
    } else if (!deadline.isAfter(today.plusMonths(FAR_MONTHS))) {
      refuse("appointmentWeek", "week-near");
    } else if (week.isBefore(today)) {
      refuse("appointmentWeek", "appointment-past");
    } else if (week.plusDays(WEEK_ENDS).isAfter(deadline)) {
      refuse("appointmentWeek", "appointment-after-deadline");
    }
  }

  private void needs(String field, String text, String refusal) {
    if (text == null) {
      refuse(field, refusal);
    }
  }

  private void refuse(String field, String refusal) {
    refusals.add(Refusal.of("assessment.refusal." + refusal).at(field));
  }
}
