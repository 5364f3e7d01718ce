package no.vegvisar.ui;

/** A named deadline in a list of deadlines. */
public record DueView(String label, DeadlineView deadline) {}
