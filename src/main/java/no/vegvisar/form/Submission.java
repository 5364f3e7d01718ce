package no.vegvisar.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.UserId;

/**
 * Validated answers to a form: hidden, read-only and unknown fields are gone, types and limits
 * hold.
 *
 * @param id of the stored submission
 * @param caseNo null for a form without a case (a referral before it is sent)
 * @param task null for a form without a task
 * @param formVersion first 12 characters of the SHA-256 of the .form file
 * @param answers JSON object; an empty field is absent
 */
public record Submission(
    UUID id,
    String formId,
    String formVersion,
    CaseNo caseNo,
    OpenTask task,
    UserId by,
    Instant at,
    JsonNode answers) {

  /** Text of a text, textarea, radio or select field; null when empty. */
  public String text(String key) {
    JsonNode node = answers.get(key);
    return node == null || node.isNull() || node.asText().isBlank() ? null : node.asText();
  }

  public boolean is(String key, String value) {
    return value.equals(text(key));
  }

  public boolean checked(String key) {
    return answers.path(key).asBoolean(false);
  }

  /** Chosen values of a checklist; never null. */
  public List<String> chosen(String key) {
    List<String> values = new java.util.ArrayList<>();
    answers.path(key).forEach(n -> values.add(n.asText()));
    return List.copyOf(values);
  }

  /** Rows of a dynamic list; never null. */
  public List<JsonNode> rows(String key) {
    List<JsonNode> rows = new java.util.ArrayList<>();
    answers.path(key).forEach(rows::add);
    return List.copyOf(rows);
  }

  /** A date field, or the date of a date-and-time field. */
  public Optional<LocalDate> date(String key) {
    return Optional.ofNullable(text(key)).map(t -> LocalDate.parse(t.substring(0, 10)));
  }

  /** A date-and-time field, given in Oslo time. */
  public Optional<Instant> instant(String key) {
    return Optional.ofNullable(text(key))
        .map(
            t ->
                java.time.LocalDateTime.parse(t.length() == 10 ? t + "T00:00" : t)
                    .atZone(no.vegvisar.kernel.OsloTime.ZONE)
                    .toInstant());
  }
}
