package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.form.FormView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.PatientBannerView;

/**
 * What {@code complaint/new.html} draws: the form, under the banner of the case.
 *
 * @param elsewhereHref for a complaint about what a municipality decided
 * @param decisions that can be complained about; empty when none has been told
 */
public record NewComplaintView(
    PatientBannerView banner,
    String backHref,
    String elsewhereHref,
    List<FactView> decisions,
    FormView form) {}
