package no.vegvisar.treatment;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.assessment.Decision;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.Conflicts;
import no.vegvisar.casefile.Phase;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a course starts: one therapist, and the first attendance. A missed appointment lapses nothing
 * (decisions 28).
 */
@Service
@Transactional
class CourseStart {

  private final Courses courses;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final Users users;
  private final Conflicts conflicts;
  private final Clock clock;

  CourseStart(
      Courses courses,
      CaseFiles cases,
      CaseLedger ledger,
      DeadlineClocks clocks,
      Users users,
      Conflicts conflicts,
      Clock clock) {
    this.courses = courses;
    this.cases = cases;
    this.ledger = ledger;
    this.clocks = clocks;
    this.users = users;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /** Therapists of the case's unit with how many open cases each has. */
  @Transactional(readOnly = true)
  Map<User, Integer> therapists(CaseNo caseNo) {
    List<User> holders = holders(caseNo);
    Map<UserId, Integer> loads = cases.loads(holders.stream().map(User::id).toList());
    Map<User, Integer> shown = new LinkedHashMap<>();
    holders.forEach(user -> shown.put(user, loads.get(user.id())));
    return shown;
  }

  private List<User> holders(CaseNo caseNo) {
    return users.holders(Role.THERAPIST, cases.get(caseNo).unit()).stream()
        .filter(u -> !conflicts.has(caseNo, u.id()))
        .toList();
  }

  /** One therapist follows the whole course (S68); a load is shown, the leader chooses. */
  List<Refusal> assignTherapist(Submission form) {
    ledger.lock(form.caseNo());
    Optional<User> therapist =
        holders(form.caseNo()).stream()
            .filter(u -> form.is("therapist", u.id().value()))
            .findFirst();
    if (therapist.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.no-therapist-here").at("therapist"));
    }
    Optional<Instant> appointment = form.instant("firstAppointment");
    if (appointment.isPresent() && appointment.get().isBefore(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.appointment-past").at("firstAppointment"));
    }
    cases.assign(form.caseNo(), Role.THERAPIST, therapist.get().id());
    TreatmentCourse course = courses.of(form.caseNo());
    Instant first =
        appointment.orElseGet(
            () -> courses.decision(form.caseNo()).map(Decision::firstAppointment).orElse(null));
    course.appointmentSet(first);
    ledger.append(
        form.caseNo(),
        new TreatmentEvent.TherapistAssigned(
            therapist.get().id().value(),
            form.text("wish"),
            text(first),
            form.checked("conflict")));
    return List.of();
  }

  /**
   * The patient came, or did not: T02 stops only when care has started, whoever moved the
   * appointment (pbrl 2-1b).
   */
  List<Refusal> recordAttendance(Submission form) {
    return form.is("attendance", "came") ? came(form) : notYet(form);
  }

  private List<Refusal> came(Submission form) {
    Optional<Instant> attended = form.instant("attendedAt");
    if (attended.isEmpty()) {
      return List.of(Refusal.of("treatment.refusal.attended-when").at("attendedAt"));
    }
    if (attended.get().isAfter(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.attended-in-future").at("attendedAt"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    String level = courses.decidedLevel(caseNo);
    courses.of(caseNo).attended(attended.get(), level);
    ledger.append(caseNo, new TreatmentEvent.FirstAttendance(attended.get().toString(), level));
    clocks.stop("T02", caseNo.value(), attended.get(), "first-attendance");
    clocks.start(
        "T05",
        caseNo.value(),
        caseNo,
        attended.get(),
        new DeadlineClocks.Facts(level, false, null));
    courses.moveOn(caseNo, Phase.WORK_UP);
    return List.of();
  }

  private List<Refusal> notYet(Submission form) {
    boolean missed = form.is("attendance", "didNotCome");
    Optional<Instant> newTime = form.instant("newTime");
    if (newTime.isEmpty() && !missed) {
      return List.of(Refusal.of("treatment.refusal.new-time-missing").at("newTime"));
    }
    if (newTime.isPresent() && newTime.get().isBefore(clock.instant())) {
      return List.of(Refusal.of("treatment.refusal.appointment-past").at("newTime"));
    }
    CaseNo caseNo = form.caseNo();
    ledger.lock(caseNo);
    TreatmentCourse course = courses.of(caseNo);
    newTime.ifPresent(course::appointmentSet);
    String cause = causeOf(form.text("postponedBy"));
    if (cause != null && clocks.find("T02", caseNo.value()).isPresent()) {
      clocks.cause("T02", caseNo.value(), cause);
    }
    if (form.is("postponedBy", "clinic")
        && newTime.filter(time -> pastStartDeadline(caseNo, time)).isPresent()) {
      clocks.endangered("T02", caseNo.value(), "moved-by-clinic");
    }
    if (missed) {
      course.missed();
      ledger.append(
          caseNo, new TreatmentEvent.NotAttended(course.notAttended(), text(newTime.orElse(null))));
    } else {
      ledger.append(
          caseNo,
          new TreatmentEvent.AppointmentMoved(newTime.get().toString(), form.text("postponedBy")));
    }
    return List.of();
  }

  private boolean pastStartDeadline(CaseNo caseNo, Instant time) {
    return clocks
        .find("T02", caseNo.value())
        .filter(c -> OsloTime.dateOf(time).isAfter(c.dueOn()))
        .isPresent();
  }

  /** A cause explains what became of the start deadline; it never moves it. */
  private static String causeOf(String postponedBy) {
    if (postponedBy == null) {
      return null;
    }
    return postponedBy.equals("patient") ? "moved-by-patient" : "capacity";
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
