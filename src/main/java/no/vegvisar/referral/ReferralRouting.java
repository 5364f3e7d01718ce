package no.vegvisar.referral;

import java.util.List;
import java.util.Map;
import no.vegvisar.engine.DecisionStep;
import no.vegvisar.engine.DecisionTrace;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** Finds the way of a referral; the engine learns only ordinary or special (process book §10). */
@Component
class ReferralRouting implements DecisionStep {

  private final RouteDesk desk;

  ReferralRouting(RouteDesk desk) {
    this.desk = desk;
  }

  @Override
  public String decision() {
    return "referral-routing";
  }

  @Override
  public List<Map<String, Object>> facts(String caseNo) {
    return List.of(desk.routingFacts(new CaseNo(caseNo)));
  }

  @Override
  public String decided(String caseNo, List<DecisionTrace> traces) {
    DecisionTrace trace = traces.get(0);
    Map<String, Object> row = trace.rows().get(0);
    return desk.routeProposed(
        new CaseNo(caseNo),
        new ReferralEvent.RouteProposed(
            text(row, "code"),
            text(row, "reason"),
            trace.decision(),
            trace.version(),
            trace.rowIds(),
            trace.inputs().toString()),
        text(row, "engineCode"),
        text(row, "reasonNn"),
        text(row, "reasonNb"));
  }

  private static String text(Map<String, Object> row, String key) {
    Object value = row.get(key);
    return value == null ? null : value.toString();
  }
}
