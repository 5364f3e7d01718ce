package no.vegvisar.coordination.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.vegvisar.coordination.GroupPages;
import no.vegvisar.coordination.SharingStop;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
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
      @RequestParam(name = "at", defaultValue = "") String at,
      @RequestParam(name = "place", defaultValue = "") String place,
      Model model,
      HttpServletResponse response) {
    UUID groupId = idOf(id);
    return answer(groupId, groups.call(groupId, time(at), place), null, model, response);
  }

  @PostMapping("/plans/{id}/meetings")
  String record(
      @PathVariable("id") String id,
      @RequestParam(name = "heldAt", defaultValue = "") String heldAt,
      @RequestParam(name = "attended", required = false) List<String> attended,
      @RequestParam(name = "minutes", defaultValue = "") String minutes,
      @RequestParam(name = "what", required = false) List<String> what,
      @RequestParam(name = "owner", required = false) List<String> owner,
      @RequestParam(name = "by", required = false) List<String> by,
      @RequestParam(name = "nextMeeting", defaultValue = "") String next,
      @RequestParam(name = "noNextReason", defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    UUID groupId = idOf(id);
    List<String[]> promises = new ArrayList<>();
    int rows = what == null ? 0 : what.size();
    for (int i = 0; i < rows; i++) {
      promises.add(new String[] {what.get(i), at(owner, i), day(at(by, i))});
    }
    List<Refusal> refusals =
        groups.record(
            groupId,
            time(heldAt),
            attended == null ? List.of() : attended,
            minutes,
            promises,
            time(next),
            reason);
    return answer(groupId, refusals, new GroupView.Typed(minutes, reason), model, response);
  }

  @PostMapping("/plans/{id}/promises/{promise}/kept")
  String kept(@PathVariable("id") String id, @PathVariable("promise") String promise) {
    groups.kept(idOf(id), idOf(promise));
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

  private static String at(List<String> values, int i) {
    return values == null || i >= values.size() ? null : values.get(i);
  }

  /** As a browser's time field gives it, in Oslo; null for none or what is no time. */
  private static Instant time(String typed) {
    try {
      return typed.isBlank() ? null : LocalDateTime.parse(typed).atZone(OsloTime.ZONE).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String day(String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
