package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Advice goes to who referred when they may read it; the patient reads what was told to whom. */
@VegvisarTest
class AdviceToWhomTest {

  private static final String TO_REFERRER = "gitt råd til den som tilviste deg";
  private static final String ADVICE = "Samtalar hos kommunen sitt lågterskeltilbod";

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired FormPages pages;
  @Autowired Letters letters;
  @Autowired Documents documents;

  @BeforeEach
  void on_a_monday_morning_in_english() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void whatever_language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  @Requirement({"S20", "S33"})
  void a_gp_gets_the_advice_and_the_patient_reads_so() {
    CaseNo caseNo = advised(journeys.referred());

    assertThat(paper(caseNo, "decision-advice")).contains(TO_REFERRER, ADVICE);
    assertThat(paper(caseNo, "referrer-answer-health")).contains(ADVICE);
  }

  @Test
  @Requirement({"S20", "S33"})
  void who_may_not_read_it_is_said_to_know_of_an_answer_only_and_the_team_is_told_beforehand() {
    CaseNo caseNo = prepared(journeys.referred(journeys.referral().with("referrerKind", "nav")));
    assertThat(
            pages
                .context("sign-decision", journeys.task(caseNo, "sign-decision"), caseNo)
                .slots()
                .get("proposal"))
        .contains("The advice goes to the patient alone: whoever referred may not read it.");

    signed(caseNo);

    assertThat(paper(caseNo, "decision-advice"))
        .contains("Rådet står i dette brevet", "men ikkje kva vi svarte", ADVICE)
        .doesNotContain(TO_REFERRER);
    assertThat(paper(caseNo, "referrer-answer-neutral")).doesNotContain(ADVICE);
  }

  private CaseNo advised(CaseNo caseNo) {
    return signed(prepared(caseNo));
  }

  private CaseNo prepared(CaseNo caseNo) {
    journeys.registered(caseNo);
    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        new Answers().with("outcome", "adviceOnly").with("reason", "Fordi").with("advice", ADVICE));
    return caseNo;
  }

  private CaseNo signed(CaseNo caseNo) {
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    harness.settle(caseNo);
    return caseNo;
  }

  private String paper(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals(template))
        .findFirst()
        .map(l -> LetterPaper.text(documents.content(l.documentId())))
        .orElseThrow();
  }
}
