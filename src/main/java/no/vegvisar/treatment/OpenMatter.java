package no.vegvisar.treatment;

import java.util.List;

/**
 * Something still open in a case, for who plans its end or closes it.
 *
 * @param key message key; never null
 * @param args its arguments in order: plain words or {@code LocalDate}; never null, never personal
 *     data
 */
public record OpenMatter(String key, List<Object> args) {

  public static OpenMatter of(String key, Object... args) {
    return new OpenMatter(key, List.of(args));
  }
}
