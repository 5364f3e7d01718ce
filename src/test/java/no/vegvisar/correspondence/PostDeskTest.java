package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.Statements;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.correspondence.PostDesk.Piece;
import no.vegvisar.correspondence.PostDesk.Place;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on paper: who posts them, when the receiver counts as told, and what comes back. */
@VegvisarTest
class PostDeskTest {

  /** A time of its own: the desk shows the newest hundred only. */
  private static final Instant MONDAY_MORNING = Instant.parse("2027-06-07T08:00:00Z");

  private static final LocalDate MONDAY = LocalDate.of(2027, 6, 7);

  @Autowired PostDesk post;
  @Autowired PostByHand byHand;
  @Autowired LetterDesk desk;
  @Autowired Letters letters;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired ActingAs actingAs;
  @Autowired Statements statements;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @AfterEach
  void the_print_service_takes_over_again() {
    byHand.end();
  }

  @Test
  @Requirement("S16")
  void where_the_print_service_posts_a_letter_laid_out_is_sent_and_stands_among_what_went() {
    CaseNo caseNo = decided();

    assertThat(patientLetter(caseNo).state()).isEqualTo(Letters.State.SENT);
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(piece(caseNo).place()).isEqualTo(Place.GONE);
  }

  @Test
  @Requirement({"S16", "S32"})
  void where_people_post_an_unposted_letter_tells_nobody_and_the_clock_runs_to_its_end() {
    byHand.begin();
    CaseNo caseNo = decided();

    assertThat(patientLetter(caseNo).state()).isEqualTo(Letters.State.TO_POST);
    assertThat(facts.types(caseNo))
        .contains("correspondence.letter-to-post/1")
        .doesNotContain("correspondence.letter-posted/1", "assessment.patient-told/1");
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(piece(caseNo)).matches(p -> p.place() == Place.TO_POST && p.mayPost() && p.seen());
    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");
    assertThat(facts.count(caseNo, "deadline.breached/1")).isEqualTo(1);
  }

  @Test
  @Requirement({"S16", "S32"})
  void when_somebody_has_posted_it_the_patient_is_told_the_clock_stops_and_care_can_begin() {
    byHand.begin();
    CaseNo caseNo = decided();

    assertThat(posted(caseNo, MONDAY).value()).isEqualTo(1);
    harness.settle(caseNo);

    assertThat(patientLetter(caseNo).state()).isEqualTo(Letters.State.SENT);
    assertThat(facts.words(caseNo, "correspondence.letter-posted/1")).containsExactly("2027-06-07");
    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(journeys.openForms(caseNo)).contains("assign-therapist");
    assertThat(posted(caseNo, MONDAY).value()).as("said twice").isZero();
    assertThat(facts.count(caseNo, "correspondence.letter-posted/1")).isEqualTo(1);
  }

  @Test
  void posted_in_time_and_noted_after_the_last_day_it_was_in_time() {
    byHand.begin();
    CaseNo caseNo = decided();
    harness.fireTimer(caseNo, "BoundaryEvent_TenWorkingDays");
    assertThat(facts.clock("T01", caseNo).breachedAt()).isNotNull();

    posted(caseNo, LocalDate.of(2027, 6, 18));
    harness.settle(caseNo);

    assertThat(facts.clock("T01", caseNo)).matches(c -> !c.running() && c.breachedAt() == null);
    assertThat(facts.words(caseNo, "deadline.stopped/1").toString()).contains("T01");
  }

  @Test
  void a_day_to_come_and_a_day_before_the_letter_was_written_are_refused() {
    byHand.begin();
    CaseNo caseNo = decided();

    assertThat(posted(caseNo, MONDAY.plusDays(1)).refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.field()).isEqualTo("on"));
    assertThat(posted(caseNo, MONDAY.minusDays(1)).refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.field()).isEqualTo("on"));
    assertThat(patientLetter(caseNo).state()).isEqualTo(Letters.State.TO_POST);
  }

  @Test
  void the_chosen_letters_are_one_pdf_and_each_is_logged_as_opened() throws Exception {
    byHand.begin();
    CaseNo first = decided();
    CaseNo other = decided();

    byte[] one = printed(first).value();
    byte[] both = printed(first, other).value();

    try (PDDocument single = Loader.loadPDF(one);
        PDDocument pile = Loader.loadPDF(both)) {
      assertThat(pile.getNumberOfPages()).isEqualTo(2 * single.getNumberOfPages());
    }
    assertThat(printed().refusals()).isNotEmpty();
  }

  @Test
  @Requirement({"S16", "E10"})
  void a_letter_to_a_protected_address_waits_at_the_desk_and_is_in_no_pile() {
    byHand.begin();
    CaseNo caseNo = journeys.referred();
    journeys.registered(caseNo);
    CaseNo hidden = protectedAddress();
    journeys.signed(caseNo);
    journeys.signed(hidden);
    harness.settle(caseNo, hidden);

    assertThat(piece(hidden))
        .matches(p -> p.place() == Place.HELD && !p.mayPost())
        .extracting(Piece::why)
        .isEqualTo("protected-address");
    assertThat(journeys.openForms(hidden)).contains("tell-patient-another-way");
    assertThat(printed(hidden).isDone()).isFalse();
    assertThat(posted(hidden, MONDAY).value()).isZero();
    assertThat(facts.clock("T01", hidden).running()).isTrue();
  }

  @Test
  @Requirement("S37")
  void what_comes_back_makes_the_clock_run_again_until_it_is_posted_anew() {
    byHand.begin();
    CaseNo caseNo = decided();
    posted(caseNo, MONDAY);
    harness.settle(caseNo);
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(3)));

    actingAs.user("intake", () -> post.returned(patientLetter(caseNo).id()));

    assertThat(facts.clock("T01", caseNo).running()).isTrue();
    assertThat(facts.types(caseNo)).contains("correspondence.letter-returned/1");
    assertThat(piece(caseNo)).matches(p -> p.place() == Place.RETURNED && p.mayPost());

    posted(caseNo, MONDAY.plusDays(3));
    assertThat(facts.clock("T01", caseNo).running()).isFalse();
  }

  @Test
  @Requirement({"S16", "S37"})
  void a_letter_that_failed_and_is_posted_by_hand_after_all_leaves_nobody_to_be_told_again() {
    byHand.begin();
    CaseNo caseNo = decided();
    transaction.executeWithoutResult(s -> desk.failed(patientLetter(caseNo).id()));
    harness.settle(caseNo);
    assertThat(journeys.openForms(caseNo)).contains("tell-patient-another-way");

    assertThat(posted(caseNo, MONDAY).value()).isEqualTo(1);
    harness.settle(caseNo);

    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(journeys.openForms(caseNo)).containsExactly("assign-therapist");
  }

  @Test
  @Requirement("S37")
  void what_the_print_service_sent_can_come_back_too() {
    CaseNo caseNo = decided();

    actingAs.user("intake", () -> post.returned(patientLetter(caseNo).id()));

    assertThat(patientLetter(caseNo).state()).isEqualTo(Letters.State.RETURNED);
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @Test
  @Requirement({"S8", "S16", "S27"})
  void a_referral_that_is_sent_on_lies_on_the_table_until_somebody_has_posted_it() {
    byHand.begin();
    CaseNo caseNo = sentOn();

    assertThat(slip(caseNo)).matches(p -> p.place() == Place.TO_POST && p.mayPost() && p.seen());
    assertThat(facts.owed("intake", caseNo)).as("not a work item beside it").isEmpty();
    assertThat(actingAs.user("intake", () -> post.print(List.of(slip(caseNo).letter().id()))))
        .as("printed from the case")
        .matches(o -> !o.isDone());
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/post").body())
        .contains("Referral to be sent on", "/cases/" + caseNo + "/referral");
    UUID id = slip(caseNo).letter().id();

    assertThat(actingAs.user("intake", () -> post.posted(List.of(id), MONDAY.plusDays(1))))
        .as("a day to come")
        .matches(o -> !o.isDone());
    assertThat(actingAs.user("intake", () -> post.posted(List.of(id), MONDAY)).value())
        .isEqualTo(1);
    assertThat(actingAs.user("intake", () -> post.posted(List.of(id), MONDAY)).value())
        .as("said twice")
        .isZero();

    assertThat(facts.words(caseNo, "correspondence.referral-posted/1"))
        .containsExactly("2027-06-07");
    assertThat(slip(caseNo)).matches(p -> p.place() == Place.GONE && p.postedOn().equals(MONDAY));
    actingAs.user("intake", () -> post.returned(id));
    assertThat(slip(caseNo)).matches(p -> p.place() == Place.RETURNED && p.mayPost());
    assertThat(facts.types(caseNo)).contains("correspondence.referral-returned/1");
  }

  @Test
  void where_the_print_service_posts_a_referral_that_is_sent_on_does_not_lie_here() {
    CaseNo caseNo = sentOn();

    assertThat(actingAs.user("intake", () -> post.pieces()))
        .noneMatch(p -> p.slip() && p.letter().caseNo().equals(caseNo));
  }

  @Test
  void a_longer_table_asks_the_database_no_more_often_than_a_short_one() {
    byHand.begin();
    decided();
    WebUser intake = WebUser.signedIn(port, "intake");
    intake.get("/post");
    long few = statements.during(() -> intake.get("/post"));

    decided();
    decided();
    sentOn();

    assertThat(statements.during(() -> intake.get("/post"))).isPositive().isEqualTo(few);
  }

  private CaseNo sentOn() {
    CaseNo caseNo = journeys.referred();
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Journeys.Answers()
            .with("firstReceipt", journeys.time(Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "otherTrust")
            .with("protectedAddress", "none"));
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Journeys.Answers()
            .with("route", "forward")
            .with("forwardTo", "otherTrust")
            .with("reason", "Bur i eit anna fylke"));
    harness.settle(caseNo);
    return caseNo;
  }

  private Piece slip(CaseNo caseNo) {
    return actingAs.user("intake", () -> post.pieces()).stream()
        .filter(p -> p.slip() && p.letter().caseNo().equals(caseNo))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Requirement("E12")
  void what_lies_at_the_desk_for_somebody_who_has_died_is_not_posted() {
    byHand.begin();
    CaseNo caseNo = decided();

    desk.holdUnposted(caseNo, "died");

    assertThat(piece(caseNo).place()).isEqualTo(Place.HELD);
    assertThat(piece(caseNo).why()).isEqualTo("died");
    assertThat(facts.types(caseNo)).contains("correspondence.letter-held/1");
  }

  @Test
  void nobody_but_intake_sees_the_post() {
    assertThatThrownBy(() -> actingAs.user("therapist", () -> post.pieces()))
        .isInstanceOf(NoAccessException.class);
  }

  private CaseNo decided() {
    CaseNo caseNo = journeys.signed(journeys.registered(journeys.referred()));
    harness.settle(caseNo);
    return caseNo;
  }

  private CaseNo protectedAddress() {
    CaseNo caseNo = journeys.referred();
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        new Journeys.Answers()
            .with("firstReceipt", journeys.time(Duration.ZERO))
            .with("channel", "web")
            .with("identity", "confirmed")
            .with("senderAuthority", "yes")
            .with("sameAsOpen", "no")
            .with("unit", "aalesund")
            .with("protectedAddress", "strictlyConfidential"));
    return caseNo;
  }

  private Letters.Letter patientLetter(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .findFirst()
        .orElseThrow();
  }

  private Piece piece(CaseNo caseNo) {
    UUID id = patientLetter(caseNo).id();
    return actingAs.user("intake", () -> post.pieces()).stream()
        .filter(p -> p.letter().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Outcome<Integer> posted(CaseNo caseNo, LocalDate on) {
    return actingAs.user("intake", () -> post.posted(List.of(patientLetter(caseNo).id()), on));
  }

  private Outcome<byte[]> printed(CaseNo... cases) {
    List<UUID> chosen = java.util.Arrays.stream(cases).map(c -> patientLetter(c).id()).toList();
    return actingAs.user("intake", () -> post.print(chosen));
  }
}
