package no.vegvisar.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.engine.DecisionStep;
import no.vegvisar.engine.DecisionTrace;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import org.springframework.stereotype.Component;

/**
 * Suggests a start deadline from the priority guide; nothing of it reaches the engine or fills a
 * field (decisions 28).
 */
@Component
class TreatmentDeadline implements DecisionStep {

  private final AssessmentDesk desk;
  private final DeadlineGuide guide;

  TreatmentDeadline(AssessmentDesk desk, DeadlineGuide guide) {
    this.desk = desk;
    this.guide = guide;
  }

  @Override
  public String decision() {
    return "treatment-deadline";
  }

  @Override
  public List<Map<String, Object>> facts(String caseNo) {
    return guide.facts(new CaseNo(caseNo));
  }

  @Override
  public String decided(String caseNo, List<DecisionTrace> traces) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    for (DecisionTrace trace : traces) {
      for (int i = 0; i < trace.rows().size(); i++) {
        rows.putIfAbsent(trace.rowIds().get(i), trace.rows().get(i));
      }
    }
    List<String> ids = new ArrayList<>(rows.keySet());
    ids.sort(Comparator.comparingDouble(id -> weeks(rows.get(id))));
    List<LocalText> words =
        ids.stream()
            .map(rows::get)
            .map(
                r ->
                    new LocalText(
                        String.valueOf(r.get("row")),
                        (String) r.get("rowNn"),
                        (String) r.get("rowNb")))
            .toList();
    DecisionTrace first = traces.get(0);
    desk.suggested(
        new CaseNo(caseNo),
        words,
        new AssessmentEvent.DeadlineSuggested(
            words.stream().map(LocalText::en).toList(),
            ids,
            first.decision(),
            first.version(),
            traces.stream().map(t -> t.inputs().toString()).toList()));
    return null;
  }

  /** Weeks of a row; "clinician decides" comes last. */
  private static double weeks(Map<String, Object> row) {
    return row.get("weeks") instanceof Number number ? number.doubleValue() : Double.MAX_VALUE;
  }
}
