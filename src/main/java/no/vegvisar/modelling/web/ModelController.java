package no.vegvisar.modelling.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.modelling.ModelDesk;
import no.vegvisar.modelling.ModelPages;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Processes and tables: read by all staff, changed by one person and approved by another. */
@Controller
class ModelController {

  /** What somebody wrote on a page that was refused, and the version it was drawn from. */
  public record Typed(String reason, String xml, String version) {}

  private static final List<String> DECISIONS = List.of("approve", "return");

  private final ModelPages pages;
  private final ModelDesk desk;
  private final MessageSource messages;

  ModelController(ModelPages pages, ModelDesk desk, MessageSource messages) {
    this.pages = pages;
    this.desk = desk;
    this.messages = messages;
  }

  @GetMapping("/processes")
  String list(Model model, Locale locale) {
    model.addAttribute("view", pages.list(Language.of(locale)));
    return "modelling/list";
  }

  @GetMapping("/processes/{key}")
  String process(@PathVariable("key") String key, Model model, Locale locale) {
    model.addAttribute("view", pages.process(key, Language.of(locale), List.of()));
    return "modelling/process";
  }

  @GetMapping("/processes/{key}/{version:\\d+}")
  String version(
      @PathVariable("key") String key,
      @PathVariable("version") int version,
      Model model,
      Locale locale) {
    model.addAttribute("view", pages.version(key, version, Language.of(locale)));
    return "modelling/version";
  }

  @GetMapping("/processes/{key}/{version:\\d+}/xml")
  ResponseEntity<byte[]> xml(
      @PathVariable("key") String key, @PathVariable("version") int version) {
    return xml(pages.xml(key, version));
  }

  @GetMapping("/processes/{key}/drafts/{draft}/xml")
  ResponseEntity<byte[]> draftXml(@PathVariable("draft") UUID draft) {
    return xml(pages.draftXml(draft));
  }

  private static ResponseEntity<byte[]> xml(String content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .header("X-Content-Type-Options", "nosniff")
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/processes/{key}/edit")
  String edit(@PathVariable("key") String key, Model model, Locale locale) {
    model.addAttribute("view", pages.editor(key, Language.of(locale), List.of()));
    return "modelling/edit";
  }

  @PostMapping("/processes/{key}/drafts")
  String upload(
      @PathVariable("key") String key,
      @RequestParam("file") MultipartFile file,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam("_version") String seen,
      @RequestParam("_key") UUID sendKey,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    Outcome<UUID> sent =
        desk.send(
            key,
            new String(file.getBytes(), StandardCharsets.UTF_8),
            reason,
            "upload",
            seen,
            sendKey.toString());
    if (sent.isDone()) {
      return "redirect:/processes/" + key + "/drafts/" + sent.value();
    }
    response.setStatus(status(sent.refusals()).value());
    model.addAttribute("typed", new Typed(reason, null, seen));
    model.addAttribute(
        "view", pages.process(key, Language.of(locale), problems(sent.refusals(), locale)));
    return "modelling/process";
  }

  @PostMapping("/processes/{key}/drafts/drawn")
  String drawn(
      @PathVariable("key") String key,
      @RequestParam("xml") String xml,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam("_version") String seen,
      @RequestParam("_key") UUID sendKey,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<UUID> sent = desk.send(key, xml, reason, "editor", seen, sendKey.toString());
    if (sent.isDone()) {
      return "redirect:/processes/" + key + "/drafts/" + sent.value();
    }
    response.setStatus(status(sent.refusals()).value());
    model.addAttribute("typed", new Typed(reason, xml, seen));
    model.addAttribute(
        "view", pages.editor(key, Language.of(locale), problems(sent.refusals(), locale)));
    return "modelling/edit";
  }

  @GetMapping("/processes/{key}/drafts/{draft}")
  String draft(@PathVariable("draft") UUID draft, Model model, Locale locale) {
    model.addAttribute("view", pages.draft(draft, Language.of(locale), List.of()));
    return "modelling/version";
  }

  @PostMapping("/processes/{key}/drafts/{draft}")
  String decide(
      @PathVariable("key") String key,
      @PathVariable("draft") UUID draft,
      @RequestParam("decision") String decision,
      @RequestParam(name = "comment", required = false) String comment,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    if (!DECISIONS.contains(decision)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    boolean approve = decision.equals("approve");
    Outcome<UUID> decided = desk.decide(draft, approve, comment);
    if (decided.isDone()) {
      return approve
          ? "redirect:/processes/" + key
          : "redirect:/processes/" + key + "/drafts/" + draft;
    }
    response.setStatus(status(decided.refusals()).value());
    model.addAttribute("typed", new Typed(comment, null, null));
    model.addAttribute(
        "view", pages.draft(draft, Language.of(locale), problems(decided.refusals(), locale)));
    return "modelling/version";
  }

  private static HttpStatus status(List<Refusal> refusals) {
    return ModelDesk.stale(refusals) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** Each finding names its element, then says why. */
  private List<ProblemView> problems(List<Refusal> refusals, Locale locale) {
    return refusals.stream()
        .map(
            r -> {
              String words = messages.getMessage(r.key(), r.args().toArray(), locale);
              boolean element =
                  r.key().startsWith("engine.") && r.field() != null && !r.field().isBlank();
              return new ProblemView(
                  element ? null : r.field(), element ? r.field() + ": " + words : words);
            })
        .toList();
  }
}
