package no.vegvisar.ui;

/**
 * Something the user must fix.
 *
 * @param field key of the form field, or {@code null} when it concerns the whole form
 * @param message says how to fix it, in the reader's language
 */
public record ProblemView(String field, String message) {}
