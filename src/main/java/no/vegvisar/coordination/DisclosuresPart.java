package no.vegvisar.coordination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.coordination.web.SharedView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.ui.FactView;
import org.springframework.stereotype.Component;

/**
 * What is shared: legal bases, what went exactly, to whom and until when, and the requests (S177).
 */
@Component
class DisclosuresPart implements CasePart {

  private static final List<String> LINES =
      List.of("name", "nationalId", "letterLanguage", "need", "contactUnit", "contactPhone");

  private final DisclosureRows disclosures;
  private final RequestDesk requests;
  private final SharingStop stop;
  private final LegalBases bases;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final CoordinationWords words;
  private final Clock clock;
  private final ObjectMapper json;

  DisclosuresPart(
      DisclosureRows disclosures,
      RequestDesk requests,
      SharingStop stop,
      LegalBases bases,
      CaseFiles cases,
      CaseAccess access,
      CoordinationWords words,
      Clock clock,
      ObjectMapper json) {
    this.disclosures = disclosures;
    this.requests = requests;
    this.stop = stop;
    this.bases = bases;
    this.cases = cases;
    this.access = access;
    this.words = words;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public String key() {
    return "disclosures";
  }

  @Override
  public int order() {
    return 55;
  }

  @Override
  public Thing thing() {
    return Thing.DISCLOSURE;
  }

  @Override
  public String icon() {
    return "HandShakeHeart";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "coordination/disclosures";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    boolean content = access.decide(caseNo, thing()).content();
    boolean mayStop = stop.may(caseNo);
    return Map.of(
        "shared",
        new SharedView(
            caseNo.value(),
            content,
            bases.of(cases.get(caseNo).personId()).stream()
                .map(b -> base(caseNo, b, mayStop))
                .toList(),
            disclosures.findByCaseNoOrderByDisclosedAtDesc(caseNo.value()).stream()
                .map(d -> disclosure(d, content))
                .toList(),
            requests.ofCase(caseNo).stream().map(r -> request(r, content)).toList()));
  }

  private SharedView.Base base(CaseNo caseNo, LegalBases.Base base, boolean mayStop) {
    boolean ended = base.withdrawnAt() != null;
    boolean over = base.until() != null && base.until().isBefore(OsloTime.dateOf(clock.instant()));
    String receiver =
        base.recipientUnit() == null
            ? words.text("receiver.members")
            : words.receiver(base.recipientBody(), base.recipientUnit());
    return new SharedView.Base(
        base.id().toString(),
        receiver,
        words.word(base.purpose()),
        words.word(base.kind().name()),
        words.text(
            "period",
            words.day(base.from()),
            base.until() == null ? words.text("open-end") : words.day(base.until())),
        ended
            ? words.text("base.withdrawn", words.time(base.withdrawnAt()))
            : words.text(over ? "base.over" : "base.stands"),
        ended || over ? "neutral" : "success",
        ended || !mayStop ? null : "/cases/" + caseNo + "/disclosures/" + base.id() + "/stop");
  }

  private SharedView.Disclosure disclosure(DisclosureEntity d, boolean content) {
    return new SharedView.Disclosure(
        words.receiver(d.recipientBody, d.recipientUnit),
        words.word(d.purpose),
        words.time(d.disclosedAt),
        d.until == null ? words.text("open-end") : words.day(d.until),
        d.endedAt == null
            ? words.text("base.stands")
            : words.text("base.withdrawn", words.time(d.endedAt)),
        d.endedAt == null ? "success" : "neutral",
        content ? lines(d.snapshot) : List.of());
  }

  private List<FactView> lines(String snapshot) {
    JsonNode sent;
    try {
      sent = json.readTree(snapshot);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a snapshot is JSON");
    }
    List<FactView> lines = new ArrayList<>();
    for (String key : LINES) {
      if (sent.hasNonNull(key) && !sent.path(key).asText().isBlank()) {
        String text = sent.path(key).asText();
        lines.add(
            FactView.of(
                words.text("sent." + key), key.equals("letterLanguage") ? words.word(text) : text));
      }
    }
    return lines;
  }

  private SharedView.Request request(Requests.Request r, boolean content) {
    List<FactView> facts = new ArrayList<>();
    if (r.receivedAt() != null) {
      facts.add(FactView.of(words.text("request.received"), words.time(r.receivedAt())));
    }
    if (r.answeredAt() != null) {
      facts.add(FactView.of(words.text("request.answered"), words.time(r.answeredAt())));
    }
    if (content && r.answerText() != null) {
      facts.add(FactView.of(words.text("request.words"), r.answerText()));
    }
    if (content && r.coordinator() != null) {
      facts.add(FactView.of(words.text("request.coordinator"), r.coordinator()));
    }
    String state =
        "withdrawn".equals(r.endedHow())
            ? "withdrawn"
            : r.answer() != null ? r.answer() : r.receivedAt() != null ? "received" : "sent";
    return new SharedView.Request(
        r.requestId(),
        words.word(r.kind().name()),
        words.receiver(r.toBody(), r.toUnit()),
        words.time(r.sentAt()),
        words.text("state." + state),
        state.equals("granted") || state.equals("handoverConfirmed")
            ? "success"
            : state.equals("withdrawn") ? "neutral" : "info",
        facts);
  }
}
