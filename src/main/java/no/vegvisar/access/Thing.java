package no.vegvisar.access;

/** What of a case someone may see; the columns of the access matrix (cast §2.2). */
public enum Thing {
  CASE_SUMMARY,
  CLINICAL_CONTENT,
  REFERRAL,
  LETTER,
  TREATMENT_PLAN,
  NOTES,
  RESPONSIBILITY_GROUP,
  INDIVIDUAL_PLAN,
  DISCLOSURE,
  APPOINTMENT,
  WAITING_LIST,
  HISTORY,
  READ_LOG
}
