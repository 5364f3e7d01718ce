package no.vegvisar.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.Notices;
import no.vegvisar.form.TaskDesk;
import no.vegvisar.form.WorkDoors;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.ErrorPages;
import no.vegvisar.worklist.HouseWork;
import no.vegvisar.worklist.WorkQueries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The list of work: for a window, for htmx that swaps the table, and one row after a claim. No name
 * is ever in an address.
 */
@Controller
class WorklistController {

  private final WorklistPage page;
  private final WorklistRows rows;
  private final WorkQueries work;
  private final TaskDesk desk;
  private final HouseWork house;
  private final Notices notices;
  private final ObjectProvider<WorkDoors> doors;
  private final CurrentActor current;
  private final ErrorPages errors;
  private final MessageSource messages;

  WorklistController(
      WorklistPage page,
      WorklistRows rows,
      WorkQueries work,
      TaskDesk desk,
      HouseWork house,
      Notices notices,
      ObjectProvider<WorkDoors> doors,
      CurrentActor current,
      ErrorPages errors,
      MessageSource messages) {
    this.page = page;
    this.rows = rows;
    this.work = work;
    this.desk = desk;
    this.house = house;
    this.notices = notices;
    this.doors = doors;
    this.current = current;
    this.errors = errors;
    this.messages = messages;
  }

  @GetMapping("/tasks")
  String list(
      WorklistPage.Asked asked,
      @RequestParam(name = "done", required = false) String done,
      @RequestParam(name = "claimed", required = false) Integer claimed,
      @RequestParam(name = "of", required = false) Integer of,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    model.addAttribute("view", page.of(asked, Language.of(locale)));
    model.addAttribute(
        "doors",
        doors
            .orderedStream()
            .flatMap(d -> d.of(current.get(), Language.of(locale)).stream())
            .toList());
    if (request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null) {
      return "worklist/list :: tasks";
    }
    String notice = notices.after(done, Language.of(locale));
    if (claimed != null) {
      String key = claimed.equals(of) ? "worklist.notice.all" : "worklist.notice.some";
      notice = messages.getMessage(key, new Object[] {claimed}, locale);
    }
    model.addAttribute("notice", notice);
    return "worklist/list";
  }

  /** Claim from the list: the row as it is now for htmx, else the task's page. */
  @PostMapping("/tasks/{id}/take")
  Object take(@PathVariable("id") String id, HttpServletRequest request, Locale locale) {
    Outcome<OpenTask> outcome = desk.claim(id);
    if (!outcome.isDone()) {
      boolean role =
          outcome.refusals().get(0).key().endsWith(".role")
              || outcome.refusals().get(0).key().endsWith(".same-person");
      return errors.answer(
          request,
          role ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
          notices.why(id, outcome.refusals().get(0), Language.of(locale)));
    }
    if (request.getHeader("HX-Request") == null) {
      return "redirect:/tasks/" + id;
    }
    var row = new ModelAndView("worklist/list :: row(row=${row},selectable=${selectable})");
    row.addObject("row", rows.of(work.find(id).orElseThrow(), Language.of(locale)));
    row.addObject("selectable", true);
    return row;
  }

  /** Claims what is still free of the chosen tasks. */
  @PostMapping("/tasks/claim")
  String claim(@RequestParam(name = "task", required = false) List<String> ids) {
    List<String> chosen = ids == null ? List.of() : ids;
    long claimed = chosen.stream().filter(id -> desk.claim(id).isDone()).count();
    return "redirect:/tasks?view=mine&claimed=" + claimed + "&of=" + chosen.size();
  }

  /** An item of the house, without an engine task. */
  @GetMapping("/work/{id}")
  String item(@PathVariable("id") UUID id, Model model, Locale locale) {
    WorkQueries.Entry entry = mineToDo(id);
    model.addAttribute("row", rows.of(entry, Language.of(locale)));
    model.addAttribute("link", entry.link());
    model.addAttribute("byCause", entry.byCause());
    return "worklist/item";
  }

  @PostMapping("/work/{id}/done")
  String done(@PathVariable("id") UUID id) {
    mineToDo(id);
    house.done(id);
    return "redirect:/tasks?view=mine";
  }

  private WorkQueries.Entry mineToDo(UUID id) {
    Actor actor = current.get();
    return work.find(id.toString())
        .filter(WorkQueries.Entry::house)
        .filter(
            e ->
                actor.id().value().equals(e.assignee())
                    || Role.ofCode(e.role()).filter(r -> actor.holds(r, e.unit())).isPresent())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
