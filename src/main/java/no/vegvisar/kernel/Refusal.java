package no.vegvisar.kernel;

import java.util.List;

/**
 * Why something was not done, for the person who asked: a message key with its arguments, and the
 * form field it belongs to. A refusal is a value, never an exception (rule 9); the text says what
 * to do next.
 *
 * @param key message key, e.g. {@code referral.refusal.receipt-in-future}; never null
 * @param args arguments of the message in order; never personal data; never null
 * @param field key of the form field, or null when the refusal is about the whole
 */
public record Refusal(String key, List<Object> args, String field) {

  public static Refusal of(String key, Object... args) {
    return new Refusal(key, List.of(args), null);
  }

  /** The same refusal, placed at a form field. */
  public Refusal at(String fieldKey) {
    return new Refusal(key, args, fieldKey);
  }
}
