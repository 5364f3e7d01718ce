package no.vegvisar.referral;

import java.util.Arrays;

/**
 * As what somebody refers (S20–S26): by what their right to refer is judged, and what they are due
 * to hear (decisions 27). A kind that is not on the list is judged by its body and hears least.
 */
enum ReferrerKind {
  MUNICIPALITY("municipality", JudgedBy.BODY, Hears.RECEIPT),
  NAV("nav", JudgedBy.BODY, Hears.RECEIPT),
  CHILD_WELFARE("childWelfare", JudgedBy.BODY, Hears.RECEIPT),
  GP("gp", JudgedBy.REGISTER, Hears.DECISION),
  PRIVATE_SPECIALIST("privateSpecialist", JudgedBy.REGISTER, Hears.DECISION),
  SPECIALIST_CARE("specialistCare", JudgedBy.REGISTER, Hears.DECISION),
  PRISON_DOCTOR("prisonDoctor", JudgedBy.REGISTER, Hears.DECISION),
  INSTITUTION("institution", JudgedBy.REGISTER, Hears.DECISION),
  OTHER_ENTITLED("otherEntitled", JudgedBy.REGISTER, Hears.DECISION),
  /** Health personnel, but of an employer: what they are told could reach the place of work. */
  OCCUPATIONAL_HEALTH("occupationalHealth", JudgedBy.REGISTER, Hears.RECEIPT),
  ANY_OTHER("", JudgedBy.BODY, Hears.RECEIPT);

  enum JudgedBy {
    /** The register of health personnel. */
    REGISTER,
    /** The body they act for. */
    BODY
  }

  enum Hears {
    /** Decision, deadline, level and reason in short. */
    DECISION,
    /** That it is received, and that it is answered. */
    RECEIPT
  }

  private final String code;
  private final JudgedBy judgedBy;
  private final Hears hears;

  ReferrerKind(String code, JudgedBy judgedBy, Hears hears) {
    this.code = code;
    this.judgedBy = judgedBy;
    this.hears = hears;
  }

  static ReferrerKind of(String code) {
    return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst().orElse(ANY_OTHER);
  }

  String code() {
    return code;
  }

  JudgedBy judgedBy() {
    return judgedBy;
  }

  Hears hears() {
    return hears;
  }
}
