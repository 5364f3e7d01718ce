package no.vegvisar.engine;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which functions and words of FEEL an author may use: those that browser and server answer alike
 * (decisions 16), that follow no clock of their own and that cannot keep the machine busy.
 */
final class FeelWords {

  static final Set<String> IN_FORMS =
      Set.of("not", "contains", "starts with", "ends with", "list contains", "count");
  static final Set<String> IN_TABLES =
      Set.of(
          "not",
          "contains",
          "starts with",
          "ends with",
          "list contains",
          "count",
          "min",
          "max",
          "sum",
          "abs",
          "floor",
          "ceiling",
          "date",
          "duration",
          "string length",
          "upper case",
          "lower case",
          "number",
          "string");

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern REFUSED =
      Pattern.compile(
          "\\b(for|some|every|function|external|return|instance\\s+of|is\\s+empty|is\\s+defined|get\\s+or\\s+else|now|today|matches|replace|split)\\b");
  private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_ ]*?)\\s*\\(");
  private static final Set<String> WORDS =
      Set.of("and", "or", "if", "then", "else", "in", "between");

  private FeelWords() {}

  /** The first word or function that is not allowed; empty when there is none. */
  static Optional<String> refused(String feel, Set<String> functions) {
    String bare = STRING.matcher(feel).replaceAll("\"\"");
    var word = REFUSED.matcher(bare);
    if (word.find()) {
      return Optional.of(word.group(1));
    }
    var call = CALL.matcher(bare);
    while (call.find()) {
      String before = call.group(1).strip();
      boolean known =
          functions.stream()
              .anyMatch(
                  f ->
                      before.equals(f)
                          || (before.endsWith(" " + f)
                              && WORDS.contains(
                                  last(before.substring(0, before.length() - f.length())))));
      if (!known && !WORDS.contains(last(before))) {
        return Optional.of(last(before));
      }
    }
    return Optional.empty();
  }

  private static String last(String words) {
    String tidy = words.strip();
    return tidy.substring(tidy.lastIndexOf(' ') + 1);
  }
}
