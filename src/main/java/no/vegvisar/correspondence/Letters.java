package no.vegvisar.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;

/**
 * Letters: written from a template in the receiver's language, kept as tagged PDF, sent through the
 * outbox. A sent letter is never overwritten.
 */
public interface Letters {

  enum To {
    PATIENT,
    REFERRER,
    OTHER
  }

  enum State {
    WRITTEN,
    QUEUED,
    /** Printed and posted by hand; until somebody says so nobody has been told. */
    TO_POST,
    SENT,
    HELD,
    FAILED,
    RETURNED,
    TOLD_OTHERWISE,
    SUPERSEDED
  }

  /**
   * @param template name in {@code letters/} without language, e.g. decision-granted
   * @param senderUnit key of the unit whose letterhead it is
   * @param recipientName never logged
   * @param recipientUserId user whose inbox or status page gets it, or null
   * @param model values of the template beside sender, recipient, caseNo and date; of the valid
   *     letter, so in Norwegian when the language is English
   * @param courtesy what the pages in English say otherwise; empty unless the language is English
   */
  record Draft(
      CaseNo caseNo,
      String template,
      To to,
      Language language,
      String senderUnit,
      String recipientName,
      List<String> addressLines,
      String recipientUserId,
      Map<String, Object> model,
      Map<String, Object> courtesy) {

    public Draft(
        CaseNo caseNo,
        String template,
        To to,
        Language language,
        String senderUnit,
        String recipientName,
        List<String> addressLines,
        String recipientUserId,
        Map<String, Object> model) {
      this(
          caseNo,
          template,
          to,
          language,
          senderUnit,
          recipientName,
          addressLines,
          recipientUserId,
          model,
          Map.of());
    }
  }

  /**
   * @param replaces the letter this one corrects, or null
   * @param supersededBy the letter that corrects this one, or null
   */
  record Letter(
      UUID id,
      CaseNo caseNo,
      String template,
      To to,
      Language language,
      UUID documentId,
      State state,
      Instant writtenAt,
      Instant sentAt,
      UUID replaces,
      UUID supersededBy) {}

  /** Writes the PDF; nothing is sent. */
  UUID write(Draft draft);

  /**
   * Writes a letter and what goes along with it as one PDF, which is kept, posted and read as one
   * paper; the template lists {@code enclosures}. Nothing is sent. What {@link #previewPdf(Draft,
   * List)} refuses is a fault here.
   */
  UUID write(Draft draft, List<Enclosure> enclosures);

  /**
   * Writes a letter that takes the place of one already written: it names the one it replaces,
   * which is kept, stays readable and is marked. What has not left of the old one never leaves.
   * Nothing new is sent.
   *
   * @param id of the new letter: the same id a second time is the same letter
   * @param why what was wrong, in words the receiver reads
   */
  UUID replace(UUID replaced, UUID id, Draft draft, String why);

  /** PDF of what {@link #replace} would write; nothing is stored. */
  byte[] previewReplacement(UUID replaced, Draft draft, String why);

  /** PDF of the letter as it would be written; nothing is stored. */
  byte[] previewPdf(Draft draft);

  /**
   * PDF of the letter with its enclosures as it would be written; nothing is stored. Refuses a file
   * that cannot be opened, and what is too large to be one paper.
   */
  Outcome<byte[]> previewPdf(Draft draft, List<Enclosure> enclosures);

  /**
   * Queues the letter. When it has left, {@code correspondence.patient.told} (to a patient) is
   * correlated by letterId; when it is held (protected address, blocked, death), failed or
   * returned, {@code correspondence.letter.failed}.
   */
  void send(UUID letterId);

  /**
   * The receiver was told in another way (phoned, handed over, posted by hand); who waits for the
   * letter hears of it. When it was sent stays with the letter.
   */
  void toldOtherwise(UUID letterId, String how, Instant at);

  /** The post came back: the patient has not been told after all. */
  void returned(UUID letterId);

  List<Letter> ofCase(CaseNo caseNo);

  Letter get(UUID letterId);
}
