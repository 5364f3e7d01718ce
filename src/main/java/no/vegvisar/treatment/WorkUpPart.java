package no.vegvisar.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.treatment.web.WorkUpView;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work-up and evaluations on the case page: needs, instruments, children, decision. Never shown to
 * who leads only.
 */
@Component
class WorkUpPart implements CasePart {

  private final TreatmentDesk desk;
  private final Children children;
  private final ChildCare care;
  private final TreatmentWords words;
  private final CaseAccess access;

  WorkUpPart(
      TreatmentDesk desk,
      Children children,
      ChildCare care,
      TreatmentWords words,
      CaseAccess access) {
    this.desk = desk;
    this.children = children;
    this.care = care;
    this.words = words;
    this.access = access;
  }

  @Override
  public String key() {
    return "work-up";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @Override
  public String icon() {
    return "Stethoscope";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "treatment/work-up";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> model(CaseNo caseNo) {
    if (!access.decide(caseNo, thing()).content()) {
      return Map.of(
          "part",
          new WorkUpView(
              List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of()));
    }
    List<NeedsRecord> needs = desk.needs(caseNo);
    return Map.of(
        "part",
        new WorkUpView(
            desk.course(caseNo).map(this::attendance).orElse(List.of()),
            needs.isEmpty() ? List.of() : needs(needs.get(0)),
            needs.isEmpty() ? List.of() : instruments(needs.get(0)),
            children(caseNo),
            children.openDuty(caseNo).map(this::steps).orElse(List.of()),
            care.may(caseNo) ? "/cases/" + caseNo + "/children" : null,
            desk.course(caseNo)
                .filter(c -> c.clinicalDecision() != null)
                .map(this::decision)
                .orElse(List.of()),
            desk.evaluations(caseNo).stream().map(this::held).toList()));
  }

  private List<WorkUpView.ChildStep> steps(ChildDuty duty) {
    return List.of(
        step(ChildCare.Step.TALKED, duty.talked()),
        step(ChildCare.Step.CONTACT_INFORMED, duty.contactInformed()));
  }

  private WorkUpView.ChildStep step(ChildCare.Step step, boolean done) {
    return new WorkUpView.ChildStep(step.name(), words.text("child-step." + step), done);
  }

  private List<FactView> attendance(TreatmentCourse course) {
    List<FactView> facts = new ArrayList<>();
    if (course.firstAppointment() != null) {
      facts.add(words.fact("appointment", words.time(course.firstAppointment())));
    }
    if (course.notAttended() > 0) {
      facts.add(words.fact("not-attended", String.valueOf(course.notAttended())));
    }
    facts.add(words.fact("first-attendance", words.time(course.firstAttendedAt())));
    return facts;
  }

  private List<FactView> needs(NeedsRecord needs) {
    List<FactView> facts = new ArrayList<>();
    facts.add(words.fact("needs", needs.needs()));
    facts.add(words.fact("doctor-seen", words.code("doctor-seen", needs.doctorSeen())));
    String risk = words.code("suicide-risk", needs.suicideRisk());
    facts.add(
        "planned".equals(needs.suicideRisk())
            ? words.risk("suicide-risk", risk)
            : words.fact("suicide-risk", risk));
    facts.add(words.fact("driving", words.code("driving", needs.driving())));
    if (needs.interpreter() != null) {
      facts.add(words.fact("interpreter", words.code("answer", needs.interpreter())));
    }
    facts.add(
        words.fact(
            "mapped",
            words.text("by-at", desk.nameOf(needs.mappedBy()), words.time(needs.mappedAt()))));
    return facts;
  }

  private List<WorkUpView.Instrument> instruments(NeedsRecord needs) {
    return desk.instruments(needs).stream()
        .map(
            i ->
                new WorkUpView.Instrument(
                    words.code("instrument", i.name()),
                    i.total() == null ? "–" : i.total().toString(),
                    words.day(i.date())))
        .toList();
  }

  private List<FactView> children(CaseNo caseNo) {
    List<FactView> facts = new ArrayList<>();
    var last = children.last(caseNo);
    facts.add(
        words.fact(
            "children-answer",
            last.map(
                    a ->
                        words.text("children.answer." + a.answer())
                            + " "
                            + words.text(
                                "by-at", desk.nameOf(a.askedBy()), words.time(a.askedAt())))
                .orElse(words.text("children.answer.notAsked"))));
    int n = 1;
    for (Child.Named child : children.named(caseNo)) {
      String text =
          Stream.of(
                  child.birthYear() == null
                      ? null
                      : words.text("children.born", String.valueOf(child.birthYear())),
                  words.code("relation", child.relation()),
                  words.code("lives", child.lives()))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
      facts.add(FactView.of(words.text("children.nth", String.valueOf(n++)), text));
    }
    if (children.dutyOpen(caseNo)) {
      facts.add(words.risk("child-duty", words.text("children.duty")));
    }
    return facts;
  }

  private List<FactView> decision(TreatmentCourse course) {
    return List.of(
        words.fact("decision", words.code("decision", course.clinicalDecision())),
        words.fact("reason", course.decisionReason()),
        words.fact("plan-need", words.code("answer", course.planNeed())),
        words.fact("follow-up-wanted", words.code("answer", course.followUpWanted())),
        words.fact("group-wanted", words.code("answer", course.groupWanted())),
        words.fact(
            "decided",
            words.text("by-at", desk.nameOf(course.decidedBy()), words.time(course.decidedAt()))));
  }

  private WorkUpView.Held held(Evaluation evaluation) {
    List<FactView> facts = new ArrayList<>();
    facts.add(words.fact("useful", words.code("agreed", evaluation.useful())));
    if (evaluation.planChanged() != null) {
      facts.add(words.fact("changes", evaluation.planChanged()));
    }
    if (evaluation.moreWorkUp() != null) {
      facts.add(words.fact("more-work-up", words.code("answer", evaluation.moreWorkUp())));
    }
    facts.add(words.fact("kin", words.code("kin", evaluation.kinConsent())));
    facts.add(words.fact("goes-on", words.code("answer", evaluation.goesOn() ? "yes" : "no")));
    if (evaluation.nextEvaluation() != null) {
      facts.add(words.fact("next-evaluation", words.day(evaluation.nextEvaluation())));
    }
    facts.add(
        words.fact(
            "held",
            words.text(
                "by-at", desk.nameOf(evaluation.heldBy()), words.time(evaluation.heldAt()))));
    return new WorkUpView.Held(
        words.text(
            "evaluation.title", String.valueOf(evaluation.nth()), words.day(evaluation.heldAt())),
        facts);
  }
}
