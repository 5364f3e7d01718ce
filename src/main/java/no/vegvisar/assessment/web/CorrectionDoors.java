package no.vegvisar.assessment.web;

import java.util.List;
import java.util.Locale;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.DecisionCorrections;
import no.vegvisar.casefile.CaseActions;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.form.WorkDoors;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * To the correction of a letter for who does not read the assessment otherwise: the stand-in from
 * their list of work, the leader from the case.
 */
@Component
@Order(5)
class CorrectionDoors implements WorkDoors, CaseActions {

  private final DecisionCorrections corrections;
  private final Absences absences;
  private final Users users;
  private final CaseAccess access;
  private final MessageSource messages;

  CorrectionDoors(
      DecisionCorrections corrections,
      Absences absences,
      Users users,
      CaseAccess access,
      MessageSource messages) {
    this.corrections = corrections;
    this.absences = absences;
    this.users = users;
    this.access = access;
    this.messages = messages;
  }

  @Override
  public List<LinkView> of(Actor actor, Language language) {
    return absences.coveredBy(actor.id()).stream()
        .filter(a -> a.role() == Role.SIGNER)
        .map(
            a ->
                LinkView.to(
                    messages.getMessage(
                        "assessment.correction.for",
                        new Object[] {users.displayName(a.user())},
                        language.locale()),
                    "/corrections",
                    "NotePencil"))
        .toList();
  }

  @Override
  public List<LinkView> of(CaseSummary file, Locale locale) {
    return !access.decide(file.caseNo(), Thing.CLINICAL_CONTENT).content()
            && corrections.may(file.caseNo())
        ? List.of(
            LinkView.to(
                messages.getMessage("assessment.correction.title", null, locale),
                "/cases/" + file.caseNo() + "/assessment/correction",
                "NotePencil"))
        : List.of();
  }
}
