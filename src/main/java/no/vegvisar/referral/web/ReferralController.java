package no.vegvisar.referral.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Unit;
import no.vegvisar.referral.ReferralAttachments;
import no.vegvisar.referral.ReferralKind;
import no.vegvisar.referral.SenderWords;
import no.vegvisar.referral.SenderWork;
import no.vegvisar.referral.Sending;
import no.vegvisar.referral.SentReferrals;
import no.vegvisar.referral.WorryPages;
import no.vegvisar.ui.ErrorPages;
import no.vegvisar.ui.LinkView;
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

/**
 * The sender's pages: write, send, follow. A sender sees the reference and what became of it, never
 * the case.
 */
@Controller
class ReferralController {

  /** Who answers questions about LAR (S67). */
  private static final String LAR_UNIT = "lar";

  private final SentReferrals sent;
  private final SenderWords senders;
  private final WorryPages worries;
  private final FormPages pages;
  private final Sending sending;
  private final ReferralAttachments attachments;
  private final SenderWork work;
  private final CurrentActor actor;
  private final ErrorPages errors;
  private final Organisations organisations;
  private final MessageSource messages;
  private final ObjectMapper json;

  ReferralController(
      SentReferrals sent,
      SenderWords senders,
      WorryPages worries,
      FormPages pages,
      Sending sending,
      ReferralAttachments attachments,
      SenderWork work,
      CurrentActor actor,
      ErrorPages errors,
      Organisations organisations,
      MessageSource messages,
      ObjectMapper json) {
    this.sent = sent;
    this.senders = senders;
    this.worries = worries;
    this.pages = pages;
    this.sending = sending;
    this.attachments = attachments;
    this.work = work;
    this.actor = actor;
    this.errors = errors;
    this.organisations = organisations;
    this.messages = messages;
    this.json = json;
  }

  @GetMapping("/referrals")
  String list(Model model, Locale locale) {
    if (actor.get().holds(Role.INTAKE) && !actor.get().holds(Role.REFERRER)) {
      return "forward:/referrals/incoming";
    }
    boolean referrer = actor.get().holds(Role.REFERRER);
    model.addAttribute(
        "view",
        new ReferralListView(
            referrer ? "/referrals/new" : null,
            referrer ? work.drafts(actor.get().id(), Language.of(locale)) : List.of(),
            sent.rows(Language.of(locale))));
    return "referral/list";
  }

  /**
   * A new referral has its draft's id in the address, so that the same page sent again gives the
   * same receipt; who comes back to it after sending begins a new one.
   */
  @GetMapping("/referrals/new")
  String form(
      @RequestParam(name = "form", defaultValue = "") String word,
      @RequestParam(name = "draft", required = false) UUID draft,
      Model model,
      Locale locale) {
    requireReferrer();
    ReferralKind kind = ReferralKind.ofWord(word);
    if (draft == null) {
      return "redirect:" + kind.hrefOf(pages.newDraft());
    }
    UUID open = pages.goOn(kind.formId(), draft, actor.get().id());
    if (!open.equals(draft)) {
      return "redirect:" + kind.hrefOf(open);
    }
    FormView form =
        withSubmit(
            pages.of(
                kind.formId(),
                draft,
                actor.get().id(),
                kind == ReferralKind.ORDINARY ? "/referrals" : "/referrals?form=" + kind.word(),
                new FormHandler.Context(
                    Map.of(),
                    Map.of(),
                    senders.prefill(actor.get().id(), actor.get().body(), kind)),
                Language.of(locale)),
            messages.getMessage("referral.send", null, locale));
    model.addAttribute(
        "view",
        new NewReferralView(
            messages.getMessage("referral.title." + kind.word(), null, locale),
            kinds(kind, locale),
            form,
            null,
            contact(kind, locale),
            worries.reading(Language.of(locale)),
            "/referrals/attachments?form=" + kind.word() + "&draft=" + draft,
            attachments.ofDraft(draft).stream()
                .map(
                    a ->
                        new NewReferralView.Attachment(
                            a.id().toString(), a.name(), "/referrals/attachments/" + a.id()))
                .toList()));
    return "referral/new";
  }

  private List<LinkView> kinds(ReferralKind chosen, Locale locale) {
    return Arrays.stream(ReferralKind.values())
        .map(
            kind ->
                new LinkView(
                    messages.getMessage("referral.kind." + kind.word(), null, locale),
                    "/referrals/new?form=" + kind.word(),
                    null,
                    null,
                    false,
                    kind == chosen))
        .toList();
  }

  /** Whom to phone about this kind; nothing where the register has no number. */
  private String contact(ReferralKind kind, Locale locale) {
    return kind == ReferralKind.LAR
        ? organisations
            .unit(LAR_UNIT)
            .map(Unit::phone)
            .map(
                phone ->
                    messages.getMessage("referral.new.lar-contact", new Object[] {phone}, locale))
            .orElse(null)
        : null;
  }

  static FormView withSubmit(FormView form, String submit) {
    return new FormView(
        form.schema(),
        form.data(),
        form.problems(),
        form.action(),
        form.version(),
        form.key(),
        submit,
        form.draftHref(),
        form.draftRev(),
        form.draftSaved(),
        form.readOnly());
  }

  @PostMapping("/referrals")
  Object send(
      HttpServletRequest request,
      @RequestParam("data") String data,
      @RequestParam("_key") String key,
      @RequestParam(name = "form", defaultValue = "") String word) {
    requireReferrer();
    Outcome<String> outcome = sending.send(ReferralKind.ofWord(word), key, data);
    if (!outcome.isDone()) {
      return errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, outcome.refusals());
    }
    return located(request, "/referrals/" + outcome.value() + "?sent");
  }

  @GetMapping("/referrals/{reference}")
  String status(
      @PathVariable("reference") String reference,
      @RequestParam(name = "sent", required = false) String justSent,
      @RequestParam(name = "answered", required = false) String answered,
      Model model,
      Locale locale) {
    model.addAttribute(
        "view", sent.status(reference, justSent != null, answered != null, Language.of(locale)));
    return "referral/status";
  }

  @PostMapping("/referrals/{reference}/answers")
  Object answer(
      HttpServletRequest request,
      @PathVariable("reference") String reference,
      @RequestParam("data") String data) {
    Map<String, String> given = new LinkedHashMap<>();
    JsonNode answers;
    try {
      answers = json.readTree(data);
    } catch (JsonProcessingException e) {
      return errors.refused(
          request, HttpStatus.UNPROCESSABLE_ENTITY, List.of(Refusal.of("form.refusal.unreadable")));
    }
    answers.fields().forEachRemaining(field -> given.put(field.getKey(), text(field.getValue())));
    List<Refusal> refusals = sent.answer(reference, given);
    if (!refusals.isEmpty()) {
      return errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, refusals);
    }
    return located(request, "/referrals/" + reference + "?answered");
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      StringBuilder all = new StringBuilder();
      value.forEach(v -> all.append(all.isEmpty() ? "" : ", ").append(v.asText()));
      return all.toString();
    }
    return value.asText();
  }

  /** The answer that is due to the sender, as PDF. */
  @GetMapping("/referrals/{reference}/letters/{letterId}")
  ResponseEntity<byte[]> letter(
      @PathVariable("reference") String reference, @PathVariable("letterId") UUID letterId) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition", "inline; filename=\"" + reference + ".pdf\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(sent.letter(reference, letterId));
  }

  private void requireReferrer() {
    if (!actor.get().holds(Role.REFERRER)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-referrers"));
    }
  }

  /** JSON for the form that sent itself, a redirect for a plain one. */
  private static Object located(HttpServletRequest request, String location) {
    String accept = request.getHeader("Accept");
    if (accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
      return ResponseEntity.ok(Map.of("location", location));
    }
    return "redirect:" + location;
  }
}
