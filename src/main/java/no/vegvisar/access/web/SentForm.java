package no.vegvisar.access.web;

import java.util.List;

/**
 * A form that came after its sender had been signed out. The page shows its words and can send it
 * again; nothing of it is kept by us.
 *
 * @param action where it was sent
 * @param multipart whether a file may have gone along; the browser lets go of files
 */
public record SentForm(String action, List<Field> fields, boolean multipart) {

  /** A field as it was sent. */
  public record Field(String name, String value) {}

  /** What a person wrote; choices and numbers of the page are left out. */
  public List<String> words() {
    return fields.stream()
        .filter(f -> !f.name().startsWith("_"))
        .map(Field::value)
        .filter(value -> value.strip().contains(" "))
        .toList();
  }
}
