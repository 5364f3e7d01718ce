package no.vegvisar.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works where: accounts and role grants, each change kept with who made it. */
@Service
@Transactional
class Staffing {

  private final UserAccounts accounts;
  private final Units units;
  private final JdbcClient jdbc;
  private final Clock clock;

  Staffing(UserAccounts accounts, Units units, JdbcClient jdbc, Clock clock) {
    this.accounts = accounts;
    this.units = units;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the account was new. */
  boolean enrol(UserId id, String userName, String displayName, String body, String passwordHash) {
    if (accounts.existsById(id.value())) {
      return false;
    }
    accounts.save(UserAccount.of(id, userName, displayName, body, passwordHash));
    return true;
  }

  /** The number under which the register of health personnel knows this user. */
  void holdsNumber(UserId user, String number) {
    accounts.findById(user.value()).orElseThrow().holdsNumber(number);
  }

  /**
   * Gives a role from a day on. Nobody gives one to themselves, and NAV's two parts are never one
   * person's (cast §2).
   */
  Outcome<RoleGrant> grant(UserId user, RoleGrant grant, UserId by) {
    if (user.equals(by)) {
      return Outcome.refused(Refusal.of("organisation.refusal.own-role"));
    }
    if (!units.existsById(grant.unit())) {
      return Outcome.refused(Refusal.of("organisation.refusal.unit").at("unit"));
    }
    UserAccount account =
        accounts
            .findById(user.value())
            .orElseThrow(() -> new IllegalArgumentException("no such user"));
    if (account.grant(grant.role(), grant.unit(), grant.from()).isPresent()) {
      return Outcome.refused(Refusal.of("organisation.refusal.held").at("role"));
    }
    if (grant.role() == Role.NAV_ADVISER
        && account
            .grant(Role.NAV_ADVISER, otherPartOfNav(grant.unit()), grant.from())
            .isPresent()) {
      return Outcome.refused(Refusal.of("organisation.refusal.both-parts-of-nav").at("unit"));
    }
    GrantRecord row = GrantRecord.of(grant);
    account.add(row);
    remember(row.id(), user, grant, "granted", by);
    return Outcome.done(grant);
  }

  /** Ends a role; the day given is the last. */
  Outcome<RoleGrant> end(UserId user, Role role, String unit, LocalDate lastDay, UserId by) {
    UserAccount account =
        accounts
            .findById(user.value())
            .orElseThrow(() -> new IllegalArgumentException("no such user"));
    return account
        .grant(role, unit, lastDay)
        .map(
            row -> {
              row.endOn(lastDay);
              remember(row.id(), user, row.toGrant(), "ended", by);
              return Outcome.done(row.toGrant());
            })
        .orElseGet(() -> Outcome.refused(Refusal.of("organisation.refusal.not-held").at("role")));
  }

  private void remember(UUID grantId, UserId user, RoleGrant grant, String change, UserId by) {
    // The history points at the grant, which JPA may not have written yet.
    accounts.flush();
    jdbc.sql(
            """
            insert into role_grant_history
              (id, grant_id, user_id, role, unit, from_date, until_date, change, changed_by, changed_at)
            values (:id, :grant, :user, :role, :unit, :from, :until, :change, :by, :at)
            """)
        .param("id", Ids.next())
        .param("grant", grantId)
        .param("user", user.value())
        .param("role", grant.role().code())
        .param("unit", grant.unit())
        .param("from", grant.from())
        .param("until", grant.until())
        .param("change", change)
        .param("by", by.value())
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private static String otherPartOfNav(String unit) {
    return unit.equals("nav-state") ? "nav-sosial" : "nav-state";
  }
}
