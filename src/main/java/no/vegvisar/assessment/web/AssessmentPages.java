package no.vegvisar.assessment.web;

import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.kernel.CaseNo;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The decision letter as the patient would get it now; nothing is stored or sent by looking. */
@Controller
class AssessmentPages {

  private final AssessmentDesk desk;
  private final CaseAccess access;

  AssessmentPages(AssessmentDesk desk, CaseAccess access) {
    this.desk = desk;
    this.access = access;
  }

  @GetMapping("/cases/{caseNo}/assessment/letter")
  ResponseEntity<byte[]> preview(@PathVariable("caseNo") CaseNo caseNo) {
    access.open(caseNo, Thing.CLINICAL_CONTENT, "letter-preview");
    byte[] letter =
        desk.previewLetter(caseNo)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(letter);
  }
}
