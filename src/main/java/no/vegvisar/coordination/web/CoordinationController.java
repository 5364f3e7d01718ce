package no.vegvisar.coordination.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import no.vegvisar.coordination.GroupPages;
import no.vegvisar.coordination.SharingStop;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The group's page, where its leaders call and record meetings, and the end of a sharing. */
@Controller
class CoordinationController {

  private static final String PAGE = "coordination/group";

  private final GroupPages groups;
  private final SharingStop sharing;

  CoordinationController(GroupPages groups, SharingStop sharing) {
    this.groups = groups;
    this.sharing = sharing;
  }

  @GetMapping("/plans/{id}")
  String group(@PathVariable("id") UUID id, Model model) {
    model.addAttribute("view", groups.open(id));
    return PAGE;
  }

  @PostMapping("/plans/{id}/call")
  String call(
      @PathVariable("id") UUID id,
      @RequestParam(name = "_version", defaultValue = "") String version,
      GroupView.Typed typed,
      Model model,
      HttpServletResponse response) {
    return answer(id, groups.call(id, typed, version), typed, model, response);
  }

  @PostMapping("/plans/{id}/meetings")
  String record(
      @PathVariable("id") UUID id,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam("_key") UUID key,
      GroupView.Typed typed,
      Model model,
      HttpServletResponse response) {
    return answer(id, groups.record(id, typed, version, key), typed, model, response);
  }

  @PostMapping("/plans/{id}/promises/{promise}/kept")
  String kept(@PathVariable("id") UUID id, @PathVariable("promise") UUID promise) {
    if (!groups.kept(id, promise)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/plans/" + id;
  }

  private String answer(
      UUID groupId,
      List<Refusal> refusals,
      GroupView.Typed typed,
      Model model,
      HttpServletResponse response) {
    if (refusals.isEmpty()) {
      return "redirect:/plans/" + groupId;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("view", groups.again(groupId, refusals, typed));
    return PAGE;
  }

  /** Asks once more, without script: a sharing that is ended is not taken up again by itself. */
  @GetMapping("/cases/{caseNo}/disclosures/{base}/stop")
  String ask(@PathVariable("caseNo") CaseNo caseNo, @PathVariable("base") UUID base, Model model) {
    if (!sharing.may(caseNo)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("caseNo", caseNo.value());
    model.addAttribute("base", base.toString());
    return "coordination/stop";
  }

  @PostMapping("/cases/{caseNo}/disclosures/{base}/stop")
  String stop(
      @PathVariable("caseNo") CaseNo caseNo,
      @PathVariable("base") UUID base,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure) {
    if (!sure) {
      return "redirect:/cases/" + caseNo + "/disclosures/" + base + "/stop";
    }
    sharing.stop(caseNo, base);
    return "redirect:/cases/" + caseNo + "/disclosures";
  }
}
