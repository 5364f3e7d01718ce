package no.vegvisar.treatment;

import java.util.List;
import java.util.Map;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.treatment.web.PlanView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The treatment plan on the case page: goals, evaluation date, the copy to the patient, versions
 * (S70).
 */
@Component
class PlanPart implements CasePart {

  private final TreatmentDesk desk;
  private final TreatmentWords words;
  private final CaseAccess access;

  PlanPart(TreatmentDesk desk, TreatmentWords words, CaseAccess access) {
    this.desk = desk;
    this.words = words;
    this.access = access;
  }

  @Override
  public String key() {
    return "plan";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Thing thing() {
    return Thing.TREATMENT_PLAN;
  }

  @Override
  public String icon() {
    return "ClipboardCheckmark";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "treatment/plan";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> model(CaseNo caseNo) {
    return Map.of("part", view(caseNo));
  }

  private PlanView view(CaseNo caseNo) {
    List<TreatmentPlan> plans = desk.plans(caseNo);
    List<String> versions =
        plans.stream()
            .map(
                p ->
                    words.text(
                        "plan.version",
                        String.valueOf(p.planVersion()),
                        words.time(p.madeAt()),
                        desk.nameOf(p.madeBy())))
            .toList();
    // an auditor sees that there is a plan and who made it, not what stands in it
    if (plans.isEmpty() || !access.decide(caseNo, thing()).content()) {
      return new PlanView(List.of(), List.of(), null, versions);
    }
    TreatmentPlan newest = plans.get(0);
    return new PlanView(
        desk.goals(newest).stream()
            .map(
                g ->
                    new PlanView.Goal(
                        g.goal(), g.measure(), words.code("owner", g.owner()), words.day(g.by())))
            .toList(),
        List.of(
            words.fact("evaluation", words.day(newest.evaluationDate())),
            words.fact("agreed", words.code("agreed", newest.agreed())),
            words.fact("copy", words.code("copy", newest.copyGiven())),
            words.fact("crisis-plan", words.code("crisis-plan", newest.crisisPlan()))),
        newest.changes(),
        versions);
  }
}
