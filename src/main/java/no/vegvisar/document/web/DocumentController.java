package no.vegvisar.document.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.CaseNo;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out a file of a case: opened and logged first, never guessed at by the browser, never kept
 * in a cache.
 */
@Controller
class DocumentController {

  private final Documents documents;
  private final CaseAccess access;

  DocumentController(Documents documents, CaseAccess access) {
    this.documents = documents;
    this.access = access;
  }

  @GetMapping("/cases/{caseNo}/documents/{id}")
  ResponseEntity<byte[]> open(@PathVariable("caseNo") String number, @PathVariable("id") UUID id) {
    CaseNo caseNo =
        CaseNo.tryParse(number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Documents.Document document =
        documents.ofCase(caseNo).stream()
            .filter(d -> d.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!access.decide(caseNo, document.thing()).content()) {
      access.require(caseNo, document.thing());
      // heads only: the row may be seen, not what it says
      throw new no.vegvisar.access.NoAccessException(
          no.vegvisar.kernel.Refusal.of("document.refusal.heads-only"));
    }
    access.open(caseNo, document.thing(), "document");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.contentType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(documents.content(id));
  }
}
