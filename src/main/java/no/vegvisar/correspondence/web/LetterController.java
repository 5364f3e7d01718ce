package no.vegvisar.correspondence.web;

import java.time.format.DateTimeFormatter;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.correspondence.PatientWishes;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.LetterChannels;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What people do about letters: the post came back; an uncertain sending is settled. */
@Controller
class LetterController {

  /** One sending nobody knows the end of. */
  public record UncertainRow(UUID id, String transport, String when) {}

  private final Letters letters;
  private final Outbox outbox;
  private final PatientWishes wishes;
  private final CaseAccess access;
  private final CurrentActor actor;

  LetterController(
      Letters letters, Outbox outbox, PatientWishes wishes, CaseAccess access, CurrentActor actor) {
    this.letters = letters;
    this.outbox = outbox;
    this.wishes = wishes;
    this.access = access;
    this.actor = actor;
  }

  @PostMapping("/cases/{caseNo}/letters/{letterId}/returned")
  String returned(@PathVariable("caseNo") CaseNo caseNo, @PathVariable("letterId") UUID letterId) {
    access.require(caseNo, Thing.LETTER);
    if (!actor.get().holds(Role.INTAKE)
        || letters.ofCase(caseNo).stream().noneMatch(l -> l.id().equals(letterId))) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
    letters.returned(letterId);
    return "redirect:/cases/" + caseNo + "/letters";
  }

  /** How the patient wants letters, and whose word that is. */
  @PostMapping("/cases/{caseNo}/letters/channel")
  String channel(
      @PathVariable("caseNo") CaseNo caseNo,
      @RequestParam("channel") String channel,
      @RequestParam("source") String source) {
    LetterChannels.Wish wish =
        new LetterChannels.Wish(
            LetterChannels.Channel.of(channel).orElseThrow(LetterController::unknown),
            LetterChannels.Source.of(source).orElseThrow(LetterController::unknown));
    wishes.choose(caseNo, wish);
    return "redirect:/cases/" + caseNo + "/letters";
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }

  /** Uncertain rows, for the operator: kind of receiver and time, never content. */
  @GetMapping("/operations/outbox")
  String uncertain(Model model) {
    requireOperator();
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");
    model.addAttribute(
        "rows",
        outbox.uncertain().stream()
            .map(
                r ->
                    new UncertainRow(
                        r.id(), r.transport(), format.format(OsloTime.dateTimeOf(r.createdAt()))))
            .toList());
    return "correspondence/uncertain";
  }

  @PostMapping("/operations/outbox/{rowId}")
  String settle(@PathVariable("rowId") UUID rowId, @RequestParam("left") boolean left) {
    requireOperator();
    outbox.settle(rowId, left);
    return "redirect:/operations/outbox";
  }

  private void requireOperator() {
    if (!actor.get().holds(Role.OPERATOR)) {
      throw new NoAccessException(Refusal.of("correspondence.refusal.operator"));
    }
  }
}
