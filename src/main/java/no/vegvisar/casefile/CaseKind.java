package no.vegvisar.casefile;

/** Whose case: the clinic's (C…) or the municipality's own (M…, decisions 23). */
public enum CaseKind {
  CLINIC,
  MUNICIPAL
}
