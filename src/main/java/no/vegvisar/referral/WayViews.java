package no.vegvisar.referral;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a case in words, for its part of the case page. */
@Service
@Transactional(readOnly = true)
public class WayViews {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  private final Referrals referrals;
  private final Emergencies emergencies;
  private final OtherBodies bodies;
  private final WayWords words;

  WayViews(Referrals referrals, Emergencies emergencies, OtherBodies bodies, WayWords words) {
    this.referrals = referrals;
    this.emergencies = emergencies;
    this.bodies = bodies;
    this.words = words;
  }

  /** A case of another body: what it is and how it stands. */
  public record BodyRow(UUID id, String title, String state, boolean open) {}

  public List<FactView> facts(CaseNo caseNo, Language language) {
    List<FactView> facts = new ArrayList<>();
    referrals
        .findByCaseNo(caseNo.value())
        .ifPresent(
            r -> {
              add(
                  facts,
                  "kind",
                  words.text("referral.kind." + r.kind().word(), language),
                  language);
              add(facts, "seniority", WayWords.day(OsloTime.dateOf(r.seniorityAt())), language);
              add(facts, "proposed", words.reason(r, language), language);
              add(facts, "decided", word(r.route(), language), language);
              add(facts, "reason", r.routeReason(), language);
              facts.addAll(place(caseNo, language));
            });
    facts.addAll(emergency(caseNo, language));
    return facts;
  }

  /** How the place of assessment stands; empty while nobody has told a wish. */
  public List<FactView> place(CaseNo caseNo, Language language) {
    List<FactView> facts = new ArrayList<>();
    referrals
        .findByCaseNo(caseNo.value())
        .ifPresent(
            r -> {
              add(facts, "place", word(r.place(), language), language);
              add(facts, "receiver", r.forwardName(), language);
            });
    return facts;
  }

  /** The emergency and what was decided after it; empty when there was none. */
  public List<FactView> emergency(CaseNo caseNo, Language language) {
    List<FactView> facts = new ArrayList<>();
    emergencies
        .of(caseNo)
        .ifPresent(
            e -> {
              add(
                  facts,
                  "emergency",
                  MOMENT.format(OsloTime.dateTimeOf(e.assessedAt()))
                      + ", "
                      + word("takenIn-" + e.takenIn(), language),
                  language);
              if (!e.open()) {
                add(
                    facts,
                    "after-emergency",
                    WayWords.day(e.settledOn())
                        + ": "
                        + word("enters-" + e.enters(), language)
                        + ". "
                        + e.reason(),
                    language);
              }
            });
    return facts;
  }

  public List<String> notes(CaseNo caseNo, Language language) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(r -> words.notes(r, language))
        .orElse(List.of());
  }

  public List<BodyRow> bodies(CaseNo caseNo, Language language) {
    return bodies.of(caseNo).stream().map(file -> row(file, language)).toList();
  }

  private BodyRow row(OtherBodyCase file, Language language) {
    List<String> state = new ArrayList<>();
    state.add(words.text("referral.body.since", language, WayWords.day(file.startedOn())));
    Optional.ofNullable(file.grantedOn())
        .ifPresent(
            on -> state.add(words.text("referral.body.granted", language, WayWords.day(on))));
    Optional.ofNullable(file.revokedOn())
        .ifPresent(
            on -> state.add(words.text("referral.body.revoked", language, WayWords.day(on))));
    Optional.ofNullable(file.endedOn())
        .ifPresent(on -> state.add(words.text("referral.body.ended", language, WayWords.day(on))));
    return new BodyRow(
        file.id(), word(file.kind().code(), language), String.join(" · ", state), file.open());
  }

  private String word(String code, Language language) {
    return code == null ? null : words.text("referral.word." + code, language);
  }

  private void add(List<FactView> facts, String key, String text, Language language) {
    if (text != null && !text.isBlank()) {
      facts.add(FactView.of(words.text("referral.ways.fact." + key, language), text));
    }
  }
}
