package no.vegvisar.complaint.web;

import no.vegvisar.form.FormView;
import no.vegvisar.ui.PatientBannerView;

/** What {@code complaint/new.html} draws: the form, under the banner of the case. */
public record NewComplaintView(PatientBannerView banner, String backHref, FormView form) {}
