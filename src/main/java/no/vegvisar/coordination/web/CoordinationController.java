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
  String group(@PathVariable("id") String id, Model model) {
    model.addAttribute("view", groups.open(idOf(id)));
    return PAGE;
  }

  @PostMapping("/plans/{id}/call")
  String call(
      @PathVariable("id") String id,
      @RequestParam(name = "_version", defaultValue = "") String version,
      GroupView.Typed typed,
      Model model,
      HttpServletResponse response) {
    UUID groupId = idOf(id);
    return answer(groupId, groups.call(groupId, typed, version), typed, model, response);
  }

  @PostMapping("/plans/{id}/meetings")
  String record(
      @PathVariable("id") String id,
      @RequestParam(name = "_version", defaultValue = "") String version,
      @RequestParam("_key") String key,
      GroupView.Typed typed,
      Model model,
      HttpServletResponse response) {
    UUID groupId = idOf(id);
    return answer(
        groupId, groups.record(groupId, typed, version, idOf(key)), typed, model, response);
  }

  @PostMapping("/plans/{id}/promises/{promise}/kept")
  String kept(@PathVariable("id") String id, @PathVariable("promise") String promise) {
    if (!groups.kept(idOf(id), idOf(promise))) {
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
  String ask(
      @PathVariable("caseNo") String number, @PathVariable("base") String base, Model model) {
    if (!sharing.may(numberOf(number))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("caseNo", numberOf(number).value());
    model.addAttribute("base", idOf(base).toString());
    return "coordination/stop";
  }

  @PostMapping("/cases/{caseNo}/disclosures/{base}/stop")
  String stop(
      @PathVariable("caseNo") String number,
      @PathVariable("base") String base,
      @RequestParam(name = "sure", defaultValue = "false") boolean sure) {
    CaseNo caseNo = numberOf(number);
    if (!sure) {
      return "redirect:/cases/" + caseNo + "/disclosures/" + idOf(base) + "/stop";
    }
    sharing.stop(caseNo, idOf(base));
    return "redirect:/cases/" + caseNo + "/disclosures";
  }

  private static CaseNo numberOf(String number) {
    return CaseNo.tryParse(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
