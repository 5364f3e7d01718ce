package no.vegvisar.ui;

/**
 * One thing that happened, as a line in a timeline.
 *
 * @param icon a symbol of the icon sprite, e.g. {@code EnvelopeClosed}
 * @param color {@code neutral}, {@code info}, {@code success}, {@code warning} or {@code danger}
 * @param text what happened, in the reader's language
 * @param meta when and who
 */
public record EventView(String icon, String color, String text, String meta) {}
