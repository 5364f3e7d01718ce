package no.vegvisar.referral;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.document.Documents;
import no.vegvisar.form.Drafts;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files beside a referral (S48, S186): they lie with the draft on the server until it is sent, and
 * can be taken out until then. Before sending only who attached them reaches them, afterwards who
 * may read the referral; knowing an id opens nothing.
 */
@Service
@Transactional
public class ReferralAttachments {

  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final Documents documents;
  private final Drafts drafts;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Clock clock;

  ReferralAttachments(
      JdbcClient jdbc,
      Documents documents,
      Drafts drafts,
      CaseAccess access,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.drafts = drafts;
    this.access = access;
    this.current = current;
    this.clock = clock;
  }

  /** Attaches a file to a draft of one's own; begins the draft when nothing was typed yet. */
  public Outcome<Documents.Document> attach(
      ReferralKind kind, UUID draft, String name, byte[] content) {
    if (ofDraft(draft).size() >= MOST) {
      return Outcome.refused(Refusal.of("referral.refusal.attachments-most", MOST));
    }
    Outcome<Documents.Document> kept = documents.receive(name, content, Thing.REFERRAL);
    if (kept.isDone()) {
      drafts.begin(me(), kind.formId(), draft);
      jdbc.sql(
              "insert into referral_attachment (document_id, draft_id, owner, attached_at) values (:id, :draft, :owner, :at)")
          .param("id", kept.value().id())
          .param("draft", draft)
          .param("owner", me().value())
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    return kept;
  }

  /** The draft a file lay in. */
  public record Place(UUID draft, ReferralKind kind) {}

  /** Takes one out again. Nothing happens to one that was sent. */
  public Place remove(UUID documentId) {
    UUID draft =
        jdbc.sql("select draft_id from referral_attachment where document_id = :id and owner = :me")
            .param("id", documentId)
            .param("me", me().value())
            .query(UUID.class)
            .optional()
            .orElseThrow(ReferralAttachments::notYours);
    jdbc.sql(
            "update referral_attachment set removed_at = :at where document_id = :id and removed_at is null and referral_id is null")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", documentId)
        .update();
    String form = drafts.find(draft, me()).map(Drafts.Draft::formId).orElse("");
    return new Place(draft, ReferralKind.ofForm(form));
  }

  /** One's own files of a draft that is not sent, in the order in which they came. */
  @Transactional(readOnly = true)
  public List<Documents.Document> ofDraft(UUID draft) {
    return jdbc
        .sql(
            """
            select document_id from referral_attachment
            where draft_id = :draft and owner = :me and removed_at is null and referral_id is null
            order by attached_at, document_id
            """)
        .param("draft", draft)
        .param("me", me().value())
        .query(UUID.class)
        .list()
        .stream()
        .map(documents::get)
        .toList();
  }

  /** The files of a referral that was sent. */
  @Transactional(readOnly = true)
  List<Documents.Document> ofReferral(Referral referral) {
    return jdbc
        .sql(
            "select document_id from referral_attachment where referral_id = :referral order by attached_at, document_id")
        .param("referral", referral.id())
        .query(UUID.class)
        .list()
        .stream()
        .map(documents::get)
        .toList();
  }

  /** What lay with the draft now belongs to the referral and its case. */
  void sent(UUID draft, Referral referral) {
    for (Documents.Document document : ofDraft(draft)) {
      documents.belongsTo(document.id(), referral.caseNo());
      jdbc.sql("update referral_attachment set referral_id = :referral where document_id = :id")
          .param("referral", referral.id())
          .param("id", document.id())
          .update();
    }
    drafts.discard(draft, me());
  }

  public record File(Documents.Document document, byte[] content) {}

  /** A file for who attached it; once sent the look is logged like any other into the case. */
  public File open(UUID documentId) {
    Optional<Boolean> sent =
        jdbc.sql(
                "select referral_id is not null from referral_attachment where document_id = :id and owner = :me and removed_at is null")
            .param("id", documentId)
            .param("me", me().value())
            .query(Boolean.class)
            .optional();
    if (sent.isEmpty()) {
      throw notYours();
    }
    Documents.Document document = documents.get(documentId);
    CaseNo caseNo = document.caseNo();
    if (sent.get() && caseNo != null) {
      access.open(caseNo, Thing.REFERRAL, "attachment");
    }
    return new File(document, documents.content(documentId));
  }

  private static NoAccessException notYours() {
    return new NoAccessException(Refusal.of("referral.refusal.attachment-not-yours"));
  }

  private UserId me() {
    return current.get().id();
  }
}
