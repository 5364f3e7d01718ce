package no.vegvisar.coordination;

import no.vegvisar.kernel.CaseNo;

/**
 * What the patient wants the municipality to be asked; the words are what the municipality will
 * read.
 */
public interface Wishes {

  /** Remembers the newest wording for the next request or hand-over of this case. */
  void followUpAsked(CaseNo caseNo, String words);

  void handoverText(CaseNo caseNo, String words);
}
