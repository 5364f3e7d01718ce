package no.vegvisar.document;

import java.util.List;
import java.util.UUID;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;

/**
 * Files of a case: letters as PDF, attachments. Content lies in a table of its own, at most 10 MB,
 * typed by content.
 */
public interface Documents {

  /**
   * @param caseNo null for an attachment to a referral that is not sent yet
   */
  record Document(
      UUID id,
      CaseNo caseNo,
      String name,
      String contentType,
      long size,
      String sha256,
      Thing thing,
      java.time.Instant at) {}

  /** Stores; refuses an empty, oversized or unknown kind of file (PDF, PNG, JPEG). */
  Outcome<Document> store(CaseNo caseNoOrNull, String name, byte[] content, Thing thing);

  /**
   * Keeps a PDF that was made here. What comes from outside has a limit; a paper with its
   * enclosures is as large as they are together.
   */
  Document keep(CaseNo caseNo, String name, byte[] pdf, Thing thing);

  /**
   * Keeps a file from outside that belongs to no case yet; besides refuses one that does not open,
   * needs a password or brings a program along.
   */
  Outcome<Document> receive(String name, byte[] content, Thing thing);

  void belongsTo(UUID documentId, CaseNo caseNo);

  Document get(UUID documentId);

  /** The bytes; access is opened and logged by the caller. */
  byte[] content(UUID documentId);

  List<Document> ofCase(CaseNo caseNo);
}
