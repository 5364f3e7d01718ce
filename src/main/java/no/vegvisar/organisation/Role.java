package no.vegvisar.organisation;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed list of roles; only these codes may stand in {@code camunda:candidateGroups}
 * (decisions 24). A role is held in one unit, with from and to dates. Display names: message key
 * {@code organisation.role.<code>}.
 */
public enum Role {
  REFERRER("referrer"),
  INTAKE("intake"),
  ASSESSOR("assessor"),
  SIGNER("signer"),
  UNIT_LEAD("unit-lead"),
  THERAPIST("therapist"),
  DOCTOR("doctor"),
  PSYCHOLOGIST("psychologist"),
  LAR_STAFF("lar-staff"),
  GROUP_LEADER("group-leader"),
  CHILD_LEAD("child-lead"),
  ADDICTION_CONSULTANT("addiction-consultant"),
  MUNICIPAL_COORDINATOR("municipal-coordinator"),
  COORDINATING_UNIT("coordinating-unit"),
  ALLOCATION("allocation"),
  HOUSING("housing"),
  OUTREACH("outreach"),
  NAV_ADVISER("nav-adviser"),
  LANDLORD("landlord"),
  PROCESS_EDITOR("process-editor"),
  PROCESS_APPROVER("process-approver"),
  AUDITOR("auditor"),
  PRIVACY_OFFICER("privacy-officer"),
  ADMINISTRATOR("administrator"),
  OPERATOR("operator");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The role with this code; empty for any other text, null included. */
  public static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
  }
}
