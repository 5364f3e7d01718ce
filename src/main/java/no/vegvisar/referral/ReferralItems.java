package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of the checklist that completeness asks about, and how each was answered (S41–S64). */
final class ReferralItems {

  private static final List<String> OF_LAR =
      List.of(
          "reason",
          "helpWanted",
          "opioidDependence",
          "jointReason",
          "riskConcern",
          "medicines",
          "allergies",
          "minorChildren",
          "patientAgrees");

  private static final List<String> OF_KIN = List.of("reason", "helpWanted", "patientAgrees");

  private static final List<String> ITEMS =
      List.of(
          "patientName",
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
          "housing",
          "goals",
          "earlierOverdoses",
          "collectConsent");

  private ReferralItems() {}

  /** The field of the form that an item is asked in. */
  static String fieldOf(String item) {
    return item.equals("contact") ? "patientContact" : item;
  }

  /** The field where a choice is put into words: which allergies. Empty for most. */
  static Optional<String> wordsField(String item) {
    return item.equals("allergies") ? Optional.of("allergyWords") : Optional.empty();
  }

  /**
   * Item to given, none, unknown, inLetter or empty, for the items that this kind's form asks
   * about; "contact" is how to reach the patient. What was not typed from a scanned letter stands
   * in the letter.
   */
  static Map<String, String> states(ReferralKind kind, JsonNode answers, boolean contactGiven) {
    List<String> items =
        switch (kind) {
          case ORDINARY -> ITEMS;
          case LAR -> OF_LAR;
          case NEXT_OF_KIN -> OF_KIN;
        };
    Map<String, String> states = new LinkedHashMap<>();
    for (String item : items) {
      states.put(item, state(answers.path(item)));
    }
    if (kind == ReferralKind.LAR && ReferralSigns.partiesUnknown(answers)) {
      // who is missing nobody has said, so nobody is asked why
      states.remove("jointReason");
    } else if (kind == ReferralKind.LAR && ReferralSigns.missingParties(answers).isEmpty()) {
      // nobody is missing, so there is no reason to give
      states.put("jointReason", "none");
    }
    states.put("contact", contactGiven ? "given" : "empty");
    if (answers.path("scanned").asBoolean(false)) {
      states.replaceAll((item, state) -> state.equals("empty") ? "inLetter" : state);
    }
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
