package no.vegvisar.coordination;

import java.util.HashMap;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** The responsibility group on the case page, with the way to the group's own page. */
@Component
class GroupPart implements CasePart {

  private final GroupPages pages;

  GroupPart(GroupPages pages) {
    this.pages = pages;
  }

  @Override
  public String key() {
    return "group";
  }

  @Override
  public int order() {
    return 56;
  }

  @Override
  public Thing thing() {
    return Thing.RESPONSIBILITY_GROUP;
  }

  @Override
  public String icon() {
    return "PersonGroup";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "coordination/group-part";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Map<String, Object> model = new HashMap<>();
    model.put("group", pages.onCase(caseNo).orElse(null));
    return model;
  }
}
