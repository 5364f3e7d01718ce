package no.vegvisar.access;

import no.vegvisar.kernel.Refusal;

/**
 * The actor may not see or do this; answered with 403 and the refusal in words. Carries no case
 * content.
 */
public class NoAccessException extends RuntimeException {

  private final transient Refusal refusal;

  public NoAccessException(Refusal refusal) {
    super(refusal.key());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
