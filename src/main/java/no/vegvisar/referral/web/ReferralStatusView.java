package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.form.FormView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.StepView;

/**
 * What {@code referral/status.html} draws for the sender: the receipt, what has become of it, and
 * nothing more of the case. Every sender sees the same receipt; a duplicate is not revealed.
 *
 * @param reference number of the referral, never of the case
 * @param justSent draws the receipt on top
 * @param headline e.g. "Received" or "Answered: right to necessary health care"
 * @param text what happens next, or the answer the sender may see
 * @param guide who can refer, for a sender the register does not know; else {@code null}
 * @param worry who reads the worry that was told, and when; {@code null} when none was
 * @param deadline when the answer is due; {@code null} once answered
 * @param steps sent, received, assessed, answered
 * @param facts what the sender wrote about: kind, sent when, patient's initials or name as the
 *     sender knows it
 * @param question a form to answer when the clinic has asked for more; else {@code null}
 * @param questionText what was asked; {@code null} when nothing
 * @param documents letters and attachments the sender may open
 * @param events what the sender may know, newest first
 */
public record ReferralStatusView(
    String reference,
    boolean justSent,
    String headline,
    String text,
    String guide,
    String worry,
    DeadlineView deadline,
    List<StepView> steps,
    List<FactView> facts,
    String questionText,
    FormView question,
    List<LinkView> documents,
    List<EventView> events) {}
