package no.vegvisar.access;

/**
 * Purpose of a look into a case, in the codes of the national trust framework (pathway-facts §6);
 * AUDIT and NONE, of a look that was refused, are our own.
 */
public enum Purpose {
  TREAT,
  ETREAT,
  COC,
  BTG,
  AUDIT,
  NONE
}
