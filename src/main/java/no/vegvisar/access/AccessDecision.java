package no.vegvisar.access;

import no.vegvisar.kernel.Refusal;

/**
 * Whether somebody may see a thing, and on which ground.
 *
 * @param allowed whether
 * @param purpose null when refused
 * @param ground word for the read log: open-task, team-member, unit-role, group-member, disclosure,
 *     own-referral, emergency, audit; null when refused
 * @param content false when only heads may be shown (level "meta" or an unclaimed task)
 * @param refusal why not and how to ask; null when allowed
 */
public record AccessDecision(
    boolean allowed, Purpose purpose, String ground, boolean content, Refusal refusal) {

  /** Whether the reader controls how things went and has nothing to do with the person. */
  public boolean ofControl() {
    return purpose == Purpose.AUDIT;
  }

  public static AccessDecision allow(Purpose purpose, String ground, boolean content) {
    return new AccessDecision(true, purpose, ground, content, null);
  }

  public static AccessDecision refuse(Refusal refusal) {
    return new AccessDecision(false, null, null, false, refusal);
  }
}
