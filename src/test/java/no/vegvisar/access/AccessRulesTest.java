package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.vegvisar.Requirement;
import no.vegvisar.access.AccessRules.Ground;
import no.vegvisar.access.CaseRelation.Kind;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The access matrix (cast §2.2) opened by relations (§2.4), without a database. */
class AccessRulesTest {

  private static final Map<String, String> CIRCLES =
      Map.of(
          "vurdering",
          "hmr",
          "poliklinikk",
          "hmr",
          "hmr",
          "hmr",
          "psykisk-helse",
          "alesund",
          "tildeling",
          "alesund",
          "integrering",
          "alesund",
          "nav-sosial",
          "nav-sosial",
          "legekontor-demo",
          "legekontor-demo");

  private final AccessRules rules = new AccessRules(unit -> Optional.ofNullable(CIRCLES.get(unit)));

  private static Actor someone(Role role, String body, String unit) {
    return new Actor(new UserId("me"), "Me", body, Set.of(new Actor.Held(role, unit)), null);
  }

  private static CaseRelation lies(String body, String unit) {
    return new CaseRelation(Kind.UNIT, null, null, body, unit, null, null, null);
  }

  private static CaseRelation lay(String body, String unit) {
    return new CaseRelation(Kind.UNIT, null, null, body, unit, null, null, Instant.EPOCH);
  }

  private static CaseRelation task(Role role, String unit, String holder) {
    return new CaseRelation(Kind.TASK, holder, role, null, unit, null, "t", null);
  }

  private static CaseRelation team(Role as, String user) {
    return new CaseRelation(Kind.TEAM, user, as, null, null, null, null, null);
  }

  private static CaseRelation disclosed(String body, String unit) {
    return new CaseRelation(Kind.DISCLOSURE, null, null, body, unit, null, "d", null);
  }

  private static CaseRelation special(String ground, String user) {
    return new CaseRelation(Kind.SPECIAL, user, null, null, null, ground, "k", null);
  }

  /** The things that open, heads in parentheses. */
  private String opens(Actor actor, CaseRelation... ties) {
    var open = new TreeSet<String>();
    for (Thing thing : Thing.values()) {
      rules
          .find(actor, thing, List.of(ties))
          .ifPresent(
              ground -> open.add(ground.content() ? thing.name() : "(" + thing.name() + ")"));
    }
    return String.join(" ", open);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void no_role_opens_anything_without_a_tie_or_control_of_its_body(Role role) {
    Actor stranger = someone(role, "elsewhere", "elsewhere");

    assertThat(opens(stranger, lies("hmr", "poliklinikk"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1} of the case sees {2}")
  @CsvSource({
    "intake, vurdering, '(DISCLOSURE) APPOINTMENT CASE_SUMMARY HISTORY LETTER REFERRAL WAITING_LIST'",
    "assessor, vurdering, 'APPOINTMENT CASE_SUMMARY CLINICAL_CONTENT DISCLOSURE HISTORY LETTER REFERRAL WAITING_LIST'",
    "signer, vurdering, 'CASE_SUMMARY CLINICAL_CONTENT DISCLOSURE HISTORY LETTER REFERRAL WAITING_LIST'",
    "unit-lead, poliklinikk, '(DISCLOSURE) (LETTER) APPOINTMENT CASE_SUMMARY HISTORY WAITING_LIST'",
    "therapist, poliklinikk, 'WAITING_LIST'",
    "doctor, poliklinikk, 'CASE_SUMMARY WAITING_LIST'",
    "administrator, hmr, ''",
    "operator, hmr, ''",
    "process-editor, hmr, ''",
    "process-approver, hmr, ''",
  })
  void a_role_in_the_unit_where_the_case_lies_sees_what_the_table_says(
      String role, String unit, String things) {
    Actor actor = someone(Role.ofCode(role).orElseThrow(), "hmr", unit);

    assertThat(opens(actor, lies("hmr", unit))).isEqualTo(things);
  }

  @Test
  void a_unit_role_ends_when_the_case_moves_on() {
    Actor assessor = someone(Role.ASSESSOR, "hmr", "vurdering");

    assertThat(opens(assessor, lay("hmr", "vurdering"), lies("hmr", "poliklinikk"))).isEmpty();
  }

  @Test
  void a_task_shows_its_head_before_it_is_claimed_and_content_after() {
    Actor therapist = someone(Role.THERAPIST, "hmr", "poliklinikk");
    CaseRelation home = lay("hmr", "vurdering");

    assertThat(opens(therapist, home, task(Role.THERAPIST, "poliklinikk", null)))
        .isEqualTo("(CASE_SUMMARY)");
    assertThat(opens(therapist, home, task(Role.THERAPIST, "poliklinikk", "me")))
        .contains("CASE_SUMMARY", "CLINICAL_CONTENT", "TREATMENT_PLAN")
        .doesNotContain("READ_LOG", "(");
    assertThat(opens(therapist, home, task(Role.THERAPIST, "poliklinikk", "somebody-else")))
        .isEmpty();
    assertThat(opens(therapist, home)).isEmpty();
  }

  @Test
  void a_task_of_another_unit_or_another_role_opens_nothing() {
    Actor therapist = someone(Role.THERAPIST, "hmr", "poliklinikk");
    CaseRelation home = lay("hmr", "vurdering");

    assertThat(opens(therapist, home, task(Role.THERAPIST, "dag", "me"))).isEmpty();
    assertThat(opens(therapist, home, task(Role.DOCTOR, "poliklinikk", "me"))).isEmpty();
  }

  @Test
  void the_secretary_reads_clinical_content_only_while_holding_a_task() {
    Actor intake = someone(Role.INTAKE, "hmr", "vurdering");

    assertThat(opens(intake, lies("hmr", "vurdering"))).doesNotContain("CLINICAL_CONTENT");
    assertThat(opens(intake, lies("hmr", "vurdering"), task(Role.INTAKE, "vurdering", "me")))
        .contains("CLINICAL_CONTENT");
  }

  @Test
  void the_team_follows_the_case_through_all_units() {
    Actor therapist = someone(Role.THERAPIST, "hmr", "poliklinikk");

    assertThat(opens(therapist, lies("hmr", "dogn"), team(Role.THERAPIST, "me")))
        .isEqualTo(
            "APPOINTMENT CASE_SUMMARY CLINICAL_CONTENT DISCLOSURE HISTORY INDIVIDUAL_PLAN LETTER NOTES REFERRAL"
                + " RESPONSIBILITY_GROUP TREATMENT_PLAN WAITING_LIST");
    assertThat(opens(therapist, lies("hmr", "dogn"), team(Role.THERAPIST, "another"))).isEmpty();
  }

  @Test
  @Requirement("S136")
  void the_municipality_sees_of_a_clinics_case_what_was_disclosed_to_it_and_nothing_else() {
    Actor consultant = someone(Role.ADDICTION_CONSULTANT, "alesund", "psykisk-helse");
    CaseRelation clinic = lies("hmr", "poliklinikk");

    // Not even a tie that a mistake has made opens another body's case.
    assertThat(opens(consultant, clinic, task(Role.ADDICTION_CONSULTANT, "psykisk-helse", "me")))
        .isEmpty();
    assertThat(opens(consultant, clinic, team(Role.ADDICTION_CONSULTANT, "me"))).isEmpty();

    assertThat(opens(consultant, clinic, disclosed("alesund", "psykisk-helse")))
        .isEqualTo(
            "CLINICAL_CONTENT DISCLOSURE INDIVIDUAL_PLAN REFERRAL RESPONSIBILITY_GROUP TREATMENT_PLAN");
  }

  @Test
  void the_clinic_does_not_read_the_municipalitys_case_either() {
    Actor therapist = someone(Role.THERAPIST, "hmr", "poliklinikk");

    assertThat(opens(therapist, lies("alesund", "psykisk-helse"), team(Role.THERAPIST, "me")))
        .isEmpty();
  }

  @Test
  @Requirement("S175")
  void nav_is_a_circle_of_its_own_inside_the_municipality() {
    Actor nav = someone(Role.NAV_ADVISER, "alesund", "nav-sosial");
    CaseRelation clinic = lies("hmr", "poliklinikk");

    assertThat(opens(nav, clinic, disclosed("alesund", "psykisk-helse"))).isEmpty();
    assertThat(opens(nav, clinic, disclosed("alesund", "nav-sosial")))
        .isEqualTo("(CASE_SUMMARY) DISCLOSURE");
  }

  @Test
  void a_member_of_the_group_sees_the_group_and_the_plan_only() {
    Actor nav = someone(Role.NAV_ADVISER, "alesund", "nav-sosial");

    assertThat(opens(nav, lies("hmr", "poliklinikk"), special("group-member", "me")))
        .isEqualTo("INDIVIDUAL_PLAN RESPONSIBILITY_GROUP");
    assertThat(opens(nav, lies("hmr", "poliklinikk"), special("group-member", "another")))
        .isEmpty();
  }

  @Test
  void the_sender_sees_the_own_referral_and_its_status() {
    Actor doctor = someone(Role.REFERRER, "legekontor-demo", "legekontor-demo");

    assertThat(opens(doctor, lies("hmr", "vurdering"), special("own-referral", "me")))
        .isEqualTo("(HISTORY) REFERRAL");
    assertThat(opens(doctor, lies("hmr", "vurdering"))).isEmpty();
  }

  @Test
  void an_auditor_reads_heads_and_the_whole_read_log_of_the_own_body_also_after_closing() {
    Actor auditor = someone(Role.AUDITOR, "hmr", "hmr");

    assertThat(opens(auditor, lay("hmr", "poliklinikk")))
        .isEqualTo(
            "(APPOINTMENT) (CASE_SUMMARY) (DISCLOSURE) (HISTORY) (INDIVIDUAL_PLAN) (LETTER) (REFERRAL)"
                + " (RESPONSIBILITY_GROUP) (TREATMENT_PLAN) (WAITING_LIST) READ_LOG");
    assertThat(rules.find(auditor, Thing.HISTORY, List.of(lay("hmr", "poliklinikk"))))
        .get()
        .extracting(Ground::word, Ground::purpose)
        .containsExactly("audit", Purpose.AUDIT);
    assertThat(opens(auditor, lies("alesund", "psykisk-helse"))).isEmpty();
  }

  @Test
  void emergency_access_opens_the_summary_and_clinical_content_in_the_own_body() {
    Actor lead = someone(Role.UNIT_LEAD, "hmr", "poliklinikk");
    List<CaseRelation> ties = List.of(lies("hmr", "dogn"), special("emergency", "me"));

    Set<Thing> opened =
        Stream.of(Thing.values())
            .filter(t -> rules.emergency(lead, t, ties).isPresent())
            .collect(Collectors.toSet());

    assertThat(opened).containsExactlyInAnyOrder(Thing.CASE_SUMMARY, Thing.CLINICAL_CONTENT);
    assertThat(rules.emergency(lead, Thing.CASE_SUMMARY, ties).orElseThrow().purpose())
        .isEqualTo(Purpose.ETREAT);
    assertThat(
            rules.emergency(
                someone(Role.OUTREACH, "alesund", "ambulant"), Thing.CASE_SUMMARY, ties))
        .isEmpty();
  }

  @Test
  void the_nearest_tie_with_content_is_what_the_log_names() {
    Actor assessor = someone(Role.ASSESSOR, "hmr", "vurdering");

    Ground ground =
        rules
            .find(
                assessor,
                Thing.CASE_SUMMARY,
                List.of(lies("hmr", "vurdering"), task(Role.ASSESSOR, "vurdering", "me")))
            .orElseThrow();

    assertThat(ground)
        .isEqualTo(new Ground("open-task", Purpose.TREAT, true, Role.ASSESSOR, "vurdering"));
  }

  @Test
  void a_stand_in_reaches_the_absent_ones_own_cases_as_far_as_they_do_and_of_a_task_the_head() {
    Actor deputy = someone(Role.THERAPIST, "hmr", "poliklinikk");
    Absence away = away(Role.THERAPIST, "poliklinikk");
    List<CaseRelation> own = List.of(lies("hmr", "poliklinikk"), team(Role.THERAPIST, "absent"));
    List<CaseRelation> task =
        List.of(lies("hmr", "dogn"), task(Role.THERAPIST, "poliklinikk", "absent"));

    assertThat(rules.standIn(deputy, Thing.CLINICAL_CONTENT, own, () -> List.of(away)))
        .contains(
            new Ground(
                "team-member",
                Purpose.TREAT,
                true,
                Role.THERAPIST,
                "poliklinikk",
                new UserId("absent")));
    assertThat(rules.standIn(deputy, Thing.READ_LOG, own, () -> List.of(away))).isEmpty();
    assertThat(rules.standIn(deputy, Thing.CASE_SUMMARY, task, () -> List.of(away)))
        .get()
        .extracting(Ground::content)
        .isEqualTo(false);
    assertThat(rules.standIn(deputy, Thing.CLINICAL_CONTENT, task, () -> List.of(away))).isEmpty();
  }

  @Test
  void nobody_stands_in_in_another_role_or_body_or_without_the_absence() {
    Actor deputy = someone(Role.THERAPIST, "hmr", "poliklinikk");
    List<CaseRelation> own = List.of(lies("hmr", "poliklinikk"), team(Role.THERAPIST, "absent"));
    Supplier<List<Absence>> covers = () -> List.of(away(Role.THERAPIST, "poliklinikk"));

    assertThat(rules.standIn(deputy, Thing.LETTER, own, List::of)).isEmpty();
    assertThat(
            rules.standIn(
                deputy, Thing.LETTER, own, () -> List.of(away(Role.DOCTOR, "poliklinikk"))))
        .isEmpty();
    assertThat(rules.standIn(someone(Role.DOCTOR, "hmr", "poliklinikk"), Thing.LETTER, own, covers))
        .isEmpty();
    assertThat(
            rules.standIn(
                deputy,
                Thing.LETTER,
                List.of(lies("alesund", "psykisk-helse"), team(Role.THERAPIST, "absent")),
                covers))
        .isEmpty();
    assertThat(
            rules.standIn(
                deputy,
                Thing.LETTER,
                List.of(lies("hmr", "poliklinikk"), team(Role.THERAPIST, "another")),
                covers))
        .isEmpty();
    assertThat(
            rules.standIn(
                deputy,
                Thing.LETTER,
                List.of(lies("hmr", "dogn"), team(Role.THERAPIST, "absent")),
                covers))
        .as("a case of theirs in another unit")
        .isEmpty();
  }

  private static Absence away(Role role, String unit) {
    LocalDate day = LocalDate.of(2026, 11, 30);
    return new Absence(
        UUID.randomUUID(), new UserId("absent"), new UserId("me"), role, unit, day, day);
  }
}
