package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.engine.DecisionStep;
import no.vegvisar.engine.DecisionTrace;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

/**
 * Asks the table once per item of the checklist; the process hears only whether something is
 * missing.
 */
@Component
class ReferralCompleteness implements DecisionStep {

  private final QuestionDesk desk;

  ReferralCompleteness(QuestionDesk desk) {
    this.desk = desk;
  }

  @Override
  public String decision() {
    return "referral-completeness";
  }

  @Override
  public List<Map<String, Object>> facts(String caseNo) {
    CaseNo number = new CaseNo(caseNo);
    String referrerKind = desk.referrerKind(number);
    List<Map<String, Object>> facts = new ArrayList<>();
    desk.itemStates(number)
        .forEach(
            (item, state) ->
                facts.add(Map.of("item", item, "answer", state, "referrerKind", referrerKind)));
    return facts;
  }

  @Override
  public String decided(String caseNo, List<DecisionTrace> traces) {
    Map<String, String> asked = new LinkedHashMap<>();
    List<String> recommended = new ArrayList<>();
    for (DecisionTrace trace : traces) {
      Map<String, Object> row = trace.rows().get(0);
      String item = trace.inputs().get("item").toString();
      if (Boolean.TRUE.equals(row.get("ask"))) {
        asked.put(item, String.valueOf(row.get("weight")));
      } else if (!"given".equals(trace.inputs().get("answer"))
          && "should".equals(row.get("weight"))) {
        recommended.add(item);
      }
    }
    DecisionTrace first = traces.get(0);
    desk.completenessChecked(
        new CaseNo(caseNo), asked, recommended, first.decision(), first.version());
    return asked.isEmpty() ? "no" : "yes";
  }
}
