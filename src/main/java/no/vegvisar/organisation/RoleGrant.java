package no.vegvisar.organisation;

import java.time.LocalDate;

/**
 * A role held in one unit (S29; cast §2.1).
 *
 * @param unit key of the unit, never null
 * @param until last day, or null while it lasts
 */
public record RoleGrant(Role role, String unit, LocalDate from, LocalDate until) {

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
