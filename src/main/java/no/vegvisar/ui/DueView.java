package no.vegvisar.ui;

import java.util.List;

/**
 * A named deadline in a list of deadlines.
 *
 * @param spent where its time went, one sentence each; never null
 */
public record DueView(String label, DeadlineView deadline, List<String> spent) {

  public DueView(String label, DeadlineView deadline) {
    this(label, deadline, List.of());
  }
}
