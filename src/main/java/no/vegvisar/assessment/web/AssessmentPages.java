package no.vegvisar.assessment.web;

import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.kernel.CaseNo;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
  ResponseEntity<byte[]> preview(@PathVariable("caseNo") String number) {
    CaseNo caseNo = CaseNo.parse(number);
    access.open(caseNo, Thing.CLINICAL_CONTENT, "letter-preview");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(desk.previewLetter(caseNo));
  }
}
