package no.vegvisar.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DocumentService implements Documents {

  private static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final int LONGEST_NAME = 120;

  private final DocumentRows documents;
  private final JdbcClient jdbc;
  private final CurrentActor currentActor;
  private final Clock clock;

  DocumentService(DocumentRows documents, JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
    this.documents = documents;
    this.jdbc = jdbc;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Outcome<Document> store(CaseNo caseNoOrNull, String name, byte[] content, Thing thing) {
    if (content == null || content.length == 0) {
      return Outcome.refused(Refusal.of("document.refusal.empty"));
    }
    if (content.length > MOST_BYTES) {
      return Outcome.refused(Refusal.of("document.refusal.too-large"));
    }
    Optional<FileKind> kind = FileKind.of(content);
    if (kind.isEmpty()) {
      return Outcome.refused(Refusal.of("document.refusal.kind"));
    }
    return Outcome.done(keep(caseNoOrNull, name, content, thing, kind.get()));
  }

  @Override
  public Document keep(CaseNo caseNo, String name, byte[] pdf, Thing thing) {
    return keep(caseNo, name, pdf, thing, FileKind.PDF);
  }

  private Document keep(
      CaseNo caseNoOrNull, String name, byte[] content, Thing thing, FileKind kind) {
    DocumentEntity document = new DocumentEntity();
    document.id = Ids.next();
    document.caseNo = caseNoOrNull == null ? null : caseNoOrNull.value();
    document.name = tidy(name, kind);
    document.contentType = kind.contentType();
    document.size = content.length;
    document.sha256 = sha256(content);
    document.thing = thing;
    document.at = clock.instant();
    document.storedBy = currentActor.get().id().value();
    documents.saveAndFlush(document);
    jdbc.sql("insert into document_content (document_id, content) values (?, ?)")
        .params(document.id, content)
        .update();
    return document.view();
  }

  @Override
  public Outcome<Document> receive(String name, byte[] content, Thing thing) {
    Optional<Refusal> wrong =
        content == null || content.length > MOST_BYTES
            ? Optional.empty()
            : FileKind.of(content).flatMap(kind -> FileCheck.of(kind, content));
    return wrong
        .<Outcome<Document>>map(Outcome::refused)
        .orElseGet(() -> store(null, name, content, thing));
  }

  @Override
  public void belongsTo(UUID documentId, CaseNo caseNo) {
    DocumentEntity document = entity(documentId);
    if (document.caseNo != null && !document.caseNo.equals(caseNo.value())) {
      throw new IllegalStateException("the document belongs to another case");
    }
    document.caseNo = caseNo.value();
  }

  @Override
  @Transactional(readOnly = true)
  public Document get(UUID documentId) {
    return entity(documentId).view();
  }

  @Override
  @Transactional(readOnly = true)
  public byte[] content(UUID documentId) {
    return jdbc.sql("select content from document_content where document_id = ?")
        .param(documentId)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Document> ofCase(CaseNo caseNo) {
    return documents.findByCaseNoOrderByAt(caseNo.value()).stream()
        .map(DocumentEntity::view)
        .toList();
  }

  /** Without path and control characters, and with the ending that the content has. */
  private static String tidy(String name, FileKind kind) {
    String plain =
        name == null ? "" : name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    int dot = plain.lastIndexOf('.');
    String stem = dot > 0 ? plain.substring(0, dot) : plain;
    stem = stem.isEmpty() ? "document" : stem.substring(0, Math.min(stem.length(), LONGEST_NAME));
    return stem + "." + kind.ending();
  }

  private DocumentEntity entity(UUID documentId) {
    return documents
        .findById(documentId)
        .orElseThrow(() -> new IllegalArgumentException("no such document"));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
