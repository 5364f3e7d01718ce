package no.vegvisar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VegvisarTest
class StaffingTest {

  private static final UserId ADMINISTRATOR = DemoUsers.idOf("administrator");

  @Autowired Staffing staffing;
  @Autowired Users users;
  @Autowired RegisteredOrganisations organisations;
  @Autowired DemoUsers demoUsers;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private UserId newcomer;
  private LocalDate today;

  @BeforeEach
  void a_newcomer_in_the_municipality() {
    newcomer = new UserId("u-" + Ids.next());
    today = OsloTime.dateOf(clock.instant());
    staffing.enrol(newcomer, newcomer.value(), "Ny Nattravn", "alesund", null);
  }

  @Test
  void a_role_holds_from_its_first_to_its_last_day() {
    staffing
        .grant(newcomer, new RoleGrant(Role.OUTREACH, "ambulant", today, null), ADMINISTRATOR)
        .value();
    assertThat(users.holders(Role.OUTREACH, "ambulant")).extracting(User::id).contains(newcomer);

    staffing.end(newcomer, Role.OUTREACH, "ambulant", today, ADMINISTRATOR).value();

    RoleGrant ended = users.byId(newcomer).orElseThrow().grants().get(0);
    assertThat(ended.holdsOn(today)).isTrue();
    assertThat(ended.holdsOn(today.plusDays(1))).isFalse();
  }

  @Test
  void who_gave_and_ended_a_role_is_remembered() {
    staffing
        .grant(newcomer, new RoleGrant(Role.HOUSING, "miljo", today, null), ADMINISTRATOR)
        .value();
    staffing.end(newcomer, Role.HOUSING, "miljo", today, ADMINISTRATOR).value();

    assertThat(
            jdbc.sql(
                    "select change || ' ' || changed_by from role_grant_history where user_id = :id order by id")
                .param("id", newcomer.value())
                .query(String.class)
                .list())
        .containsExactly("granted " + ADMINISTRATOR, "ended " + ADMINISTRATOR);
  }

  @Test
  void nobody_gives_a_role_to_themselves() {
    var outcome =
        staffing.grant(
            ADMINISTRATOR, new RoleGrant(Role.AUDITOR, "hmr", today, null), ADMINISTRATOR);

    assertThat(outcome.refusals())
        .extracting(Refusal::key)
        .containsExactly("organisation.refusal.own-role");
  }

  @Test
  @Requirement("S175")
  void an_adviser_belongs_to_one_part_of_nav_at_a_time() {
    staffing
        .grant(newcomer, new RoleGrant(Role.NAV_ADVISER, "nav-sosial", today, null), ADMINISTRATOR)
        .value();

    var outcome =
        staffing.grant(
            newcomer, new RoleGrant(Role.NAV_ADVISER, "nav-state", today, null), ADMINISTRATOR);

    assertThat(outcome.refusals())
        .extracting(Refusal::key)
        .containsExactly("organisation.refusal.both-parts-of-nav");
  }

  @Test
  @Requirement("S189")
  void a_body_with_a_wrong_organisation_number_is_not_registered() {
    var outcome =
        organisations.register(
            new Body("wrong", "Feil", "gp-office", "942953118", Language.NB),
            new Unit("wrong", "wrong", "Feil", "Feil", null, null, null, null),
            true);

    assertThat(outcome.refusals()).extracting(Refusal::field).containsExactly("organisationNumber");
    assertThat(organisations.body("wrong")).isEmpty();
  }

  @Test
  void the_register_knows_the_seeds_organisations_and_leaves_the_unknown_empty() {
    assertThat(organisations.body("alesund").orElseThrow().organisationNumber())
        .isEqualTo("942953119");
    assertThat(organisations.body("hmr").orElseThrow().organisationNumber()).isNull();
    assertThat(organisations.unit("vurdering").orElseThrow().address())
        .isEqualTo("Vestmoa 27, 6018 Ålesund");
    assertThat(organisations.unit("vurdering").orElseThrow().phone()).isNull();
    assertThat(organisations.circleOf("nav-sosial")).contains("nav-sosial");
    assertThat(organisations.circleOf("psykisk-helse")).contains("alesund");
  }

  @Test
  void making_the_demo_users_again_changes_nothing() {
    int grants = jdbc.sql("select count(*) from role_grant_history").query(Integer.class).single();

    demoUsers.seed();

    assertThat(jdbc.sql("select count(*) from role_grant_history").query(Integer.class).single())
        .isEqualTo(grants);
    assertThat(DemoUsers.people())
        .allSatisfy(
            p -> assertThat(users.byUserName(p.userName()).orElseThrow().id()).isEqualTo(p.id()));
    assertThat(users.holders(Role.SIGNER, "vurdering"))
        .extracting(User::displayName)
        .containsExactly("Brei Vidde", "Djup Fjord");
  }
}
