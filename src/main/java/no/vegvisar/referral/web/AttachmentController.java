package no.vegvisar.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.document.Documents;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.referral.ReferralAttachments;
import no.vegvisar.referral.ReferralKind;
import no.vegvisar.ui.ErrorPages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files beside a referral: attached, opened by who attached them, taken out before sending. */
@Controller
class AttachmentController {

  private final ReferralAttachments attachments;
  private final CurrentActor actor;
  private final ErrorPages errors;

  AttachmentController(ReferralAttachments attachments, CurrentActor actor, ErrorPages errors) {
    this.attachments = attachments;
    this.actor = actor;
    this.errors = errors;
  }

  /** One file from script, several from a plain form; what is refused is said, the rest is kept. */
  @PostMapping("/referrals/attachments")
  Object attach(
      HttpServletRequest request,
      @RequestParam("draft") UUID draft,
      @RequestParam(name = "form", defaultValue = "") String word,
      @RequestParam("file") List<MultipartFile> files)
      throws IOException {
    if (!actor.get().holds(Role.REFERRER)) {
      throw new NoAccessException(Refusal.of("referral.refusal.only-referrers"));
    }
    List<Refusal> refusals = new ArrayList<>();
    Documents.Document last = null;
    for (MultipartFile file : files) {
      Outcome<Documents.Document> kept =
          attachments.attach(
              ReferralKind.ofWord(word), draft, file.getOriginalFilename(), file.getBytes());
      if (kept.isDone()) {
        last = kept.value();
      } else {
        refusals.addAll(kept.refusals());
      }
    }
    if (!refusals.isEmpty()) {
      return errors.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, refusals);
    }
    return ErrorPages.wantsJson(request) && last != null
        ? ResponseEntity.ok(Map.of("id", last.id(), "name", last.name()))
        : "redirect:" + ReferralKind.ofWord(word).hrefOf(draft);
  }

  @PostMapping("/referrals/attachments/{id}/remove")
  Object remove(HttpServletRequest request, @PathVariable("id") UUID id) {
    ReferralAttachments.Place place = attachments.remove(id);
    return ErrorPages.wantsJson(request)
        ? ResponseEntity.ok(Map.of("id", id))
        : "redirect:" + place.kind().hrefOf(place.draft());
  }

  @GetMapping("/referrals/attachments/{id}")
  ResponseEntity<byte[]> open(@PathVariable("id") UUID id) {
    ReferralAttachments.File file = attachments.open(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.document().contentType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(file.document().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(file.content());
  }
}
