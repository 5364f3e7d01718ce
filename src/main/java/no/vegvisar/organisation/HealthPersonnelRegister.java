package no.vegvisar.organisation;

/**
 * The national register of health personnel (HPR), asked who is authorised (S26). Behind this door
 * stands a local copy: the national register is not reachable from here.
 */
public interface HealthPersonnelRegister {

  enum Standing {
    AUTHORISED,
    NOT_FOUND,
    /** The register gave no answer: nothing is known, and nothing follows from it. */
    UNREACHABLE
  }

  /**
   * @param profession doctor, psychologist, nurse …; null unless authorised
   */
  record Answer(Standing standing, String profession) {}

  Answer ask(String number);
}
