package no.vegvisar.casefile.web;

import java.util.List;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code casefile/ending.html} draws: telling why care ends.
 *
 * @param lead what will happen then
 * @param asksDate whether a day is asked for
 * @param problems empty at first
 */
public record EndingView(
    PatientBannerView banner,
    String backHref,
    String action,
    String title,
    String lead,
    boolean asksDate,
    String reason,
    String on,
    List<ProblemView> problems) {}
