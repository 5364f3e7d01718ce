package no.vegvisar.casefile;

/**
 * Where the case is, as the steps on its page show it. Municipal cases use APPLICATION, SERVICE,
 * CLOSED.
 */
public enum Phase {
  REFERRAL,
  ASSESSMENT,
  WORK_UP,
  TREATMENT,
  FOLLOW_UP,
  APPLICATION,
  SERVICE,
  CLOSED
}
