package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code referral/worry.html} draws.
 *
 * @param reasons why it is read today, in words
 * @param words what the sender wrote of it; {@code null} for nothing
 * @param open whether the reader may note what was done
 * @param typed what was written and refused; {@code null} at first
 */
public record WorryView(
    String caseHref,
    PatientBannerView banner,
    List<String> reasons,
    String words,
    List<FactView> facts,
    boolean open,
    String typed,
    List<ProblemView> problems) {}
