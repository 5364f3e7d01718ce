package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.vegvisar.ui.FactView;

/** Answers of the referral form in the words of its options. */
public final class ReferralWords {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

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
    if (DAY.matcher(answer.asText()).matches()) {
      return LocalDate.parse(answer.asText()).format(WRITTEN);
    }
    return option(field, answer.asText());
  }

  /** All that was answered on a form, in its order: the label of each field and the answer. */
  public static List<FactView> facts(JsonNode components, JsonNode answers) {
    List<FactView> facts = new ArrayList<>();
    for (JsonNode field : components) {
      JsonNode answer = answers.path(field.path("key").asText());
      if (field.path("type").asText().equals("group")) {
        facts.addAll(facts(field.path("components"), answers));
      } else if (field.has("key") && (answer.isArray() || !answer.asText("").isBlank())) {
        facts.add(FactView.of(field.path("label").asText(), text(field, answer)));
      }
    }
    return facts;
  }

  /** The field of a form with this key; a missing node when it has none. */
  static JsonNode field(JsonNode components, String key) {
    for (JsonNode component : components) {
      if (component.path("key").asText().equals(key)) {
        return component;
      }
      if (component.path("type").asText().equals("group")) {
        JsonNode inside = field(component.path("components"), key);
        if (!inside.isMissingNode()) {
          return inside;
        }
      }
    }
    return MissingNode.getInstance();
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
