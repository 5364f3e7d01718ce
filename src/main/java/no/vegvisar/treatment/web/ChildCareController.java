package no.vegvisar.treatment.web;

import no.vegvisar.kernel.CaseNo;
import no.vegvisar.treatment.ChildCare;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was done for a child, noted from the case page. */
@Controller
class ChildCareController {

  private final ChildCare care;

  ChildCareController(ChildCare care) {
    this.care = care;
  }

  @PostMapping("/cases/{caseNo}/children")
  String done(@PathVariable("caseNo") String number, @RequestParam("step") ChildCare.Step step) {
    CaseNo caseNo =
        CaseNo.tryParse(number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    care.done(caseNo, step);
    return "redirect:/cases/" + caseNo + "/work-up";
  }
}
