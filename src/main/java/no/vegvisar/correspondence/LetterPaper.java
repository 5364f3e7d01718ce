package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.correspondence.Letters.Draft;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * A letter as it stands on paper: sender and date in the letter's own written standard, and an
 * English courtesy copy behind the valid one. It keeps and sends nothing.
 */
@Component
class LetterPaper {

  private final LetterPress press;
  private final LetterBundles bundles;
  private final Organisations organisations;
  private final Clock clock;

  LetterPaper(LetterPress press, LetterBundles bundles, Organisations organisations, Clock clock) {
    this.press = press;
    this.bundles = bundles;
    this.organisations = organisations;
    this.clock = clock;
  }

  byte[] pdf(Draft draft) {
    return press.pdf(html(draft));
  }

  /** With what is laid behind it; refuses a document that cannot be laid in. */
  Outcome<byte[]> bundle(Draft draft, List<Enclosure> enclosures) {
    return bundles.of(draft, enclosures, this::html);
  }

  /** In the place of another, named by its date, and why. */
  byte[] replacing(Letter before, Draft draft, String why) {
    return press.pdf(
        html(
            draft,
            Map.of(
                "replaces",
                OsloTime.dateOf(before.sentAt() == null ? before.writtenAt() : before.sentAt()),
                "correction",
                why)));
  }

  String html(Draft draft) {
    return html(draft, Map.of());
  }

  private String html(Draft draft, Map<String, Object> replacing) {
    Optional<Unit> unit = organisations.unit(draft.senderUnit());
    Language standard =
        unit.flatMap(u -> organisations.body(u.body()))
            .map(Body::language)
            .filter(l -> l != Language.EN)
            .orElse(Language.NN);
    Language norwegian = draft.language() == Language.EN ? standard : draft.language();
    Map<String, Object> sender = new LinkedHashMap<>();
    sender.put(
        "name",
        unit.map(u -> norwegian == Language.NB ? u.nameNb() : u.nameNn())
            .orElse(draft.senderUnit()));
    sender.put("address", unit.map(Unit::address).orElse(null));
    sender.put("phone", unit.map(Unit::phone).orElse(null));
    Map<String, Object> recipient = new LinkedHashMap<>();
    recipient.put("name", draft.recipientName());
    recipient.put("addressLines", draft.addressLines());
    Map<String, Object> model = new LinkedHashMap<>(draft.model());
    model.put("sender", sender);
    model.put("recipient", recipient);
    model.put("date", norwegian.day(clock.instant()));
    if (replacing.get("replaces") instanceof LocalDate day) {
      model.put("replaces", norwegian.day(day));
      model.put("correction", replacing.get("correction"));
    }
    if (draft.to() == To.PATIENT) {
      model.put("caseNo", draft.caseNo().value());
    }
    Map<String, Object> courtesy = new LinkedHashMap<>(model);
    if (draft.language() == Language.EN) {
      courtesy.put("date", Language.EN.day(clock.instant()));
      courtesy.putAll(draft.courtesy());
      if (replacing.get("replaces") instanceof LocalDate day) {
        courtesy.put("replaces", Language.EN.day(day));
      }
    }
    return press.html(draft.template(), draft.language(), standard, model, courtesy);
  }
}
