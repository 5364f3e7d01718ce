package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Answers of the referral form in the words of its options. */
final class ReferralWords {

  private ReferralWords() {}

  /**
   * The answer as a reader of the form's language reads it; a code without an option stands as it
   * is.
   */
  static String text(JsonNode field, JsonNode answer) {
    if (answer.isArray()) {
      List<String> words = new ArrayList<>();
      answer.forEach(a -> words.add(option(field, a.asText())));
      return String.join(", ", words);
    }
    return option(field, answer.asText());
  }

  private static String option(JsonNode field, String value) {
    for (JsonNode option : field.path("values")) {
      if (option.path("value").asText().equals(value)) {
        return option.path("label").asText(value);
      }
    }
    return value;
  }
}
