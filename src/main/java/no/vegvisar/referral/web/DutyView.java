package no.vegvisar.referral.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;

/**
 * What {@code referral/duty.html} draws: who reads acute worry, and the form that changes it.
 *
 * @param lead how it goes on when nobody reads
 * @param from proposed first day, as {@code yyyy-mm-dd}
 */
public record DutyView(
    String lead,
    List<FactView> days,
    List<ChoiceView> people,
    String from,
    boolean saved,
    List<ProblemView> problems) {}
