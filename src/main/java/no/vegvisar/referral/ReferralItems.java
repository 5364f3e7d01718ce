package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of the checklist that completeness asks about, and how each was answered (S41–S64). */
final class ReferralItems {

  private static final List<String> ITEMS =
      List.of(
          "reason",
          "helpWanted",
          "dependence",
          "riskConcern",
          "medicines",
          "allergies",
          "somaticCauses",
          "minorChildren",
          "detoxNeed",
          "patientAgrees",
          "hasPlan",
          "hasCoordinator",
          "hasGroup",
          "specialNeeds",
          "housing");

  private ReferralItems() {}

  /** Item to given, none, unknown, inLetter or empty; "contact" is how to reach the patient. */
  static Map<String, String> states(JsonNode answers, boolean contactGiven) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String item : ITEMS) {
      states.put(item, state(answers.path(item)));
    }
    states.put("contact", contactGiven ? "given" : "empty");
    return states;
  }

  private static String state(JsonNode answer) {
    if (answer.isMissingNode() || answer.isNull()) {
      return "empty";
    }
    if (answer.isArray()) {
      if (answer.isEmpty()) {
        return "empty";
      }
      return answer.size() == 1 ? word(answer.get(0).asText()) : "given";
    }
    return word(answer.asText());
  }

  private static String word(String text) {
    return switch (text) {
      case "" -> "empty";
      case "unknown", "notAsked" -> "unknown";
      case "inLetter" -> "inLetter";
      case "none", "noneKnown" -> "none";
      default -> "given";
    };
  }
}
