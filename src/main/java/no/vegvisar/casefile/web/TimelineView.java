package no.vegvisar.casefile.web;

import java.util.List;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PaginationView;

/**
 * What happened, newest first: what {@code casefile/parts/timeline.html} draws.
 *
 * @param filters kinds of events, {@code current} on the one shown; the first is all
 * @param pages {@code null} when everything is shown
 */
public record TimelineView(List<LinkView> filters, List<EventView> events, PaginationView pages) {}
