package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Correlations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.Unit;
import no.vegvisar.patient.LetterChannels;
import no.vegvisar.patient.LetterChannels.Channel;
import no.vegvisar.patient.Patients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link Letters}: written, kept as PDF, queued; what becomes of them is told to whoever waits. */
@Service
@Transactional
class LetterDesk implements Letters {

  static final String NO_ADDRESS = "no-address";

  private final LetterRows letters;
  private final LetterPress press;
  private final LetterBundles bundles;
  private final Documents documents;
  private final Outbox outbox;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final Patients patients;
  private final LetterChannels channels;
  private final Organisations organisations;
  private final Correlations correlations;
  private final ObjectProvider<LetterEvents> listeners;
  private final PostTies ties;
  private final CaseDuties duties;
  private final Clock clock;

  LetterDesk(
      LetterRows letters,
      LetterPress press,
      LetterBundles bundles,
      Documents documents,
      Outbox outbox,
      CaseFiles cases,
      CaseLedger ledger,
      Patients patients,
      LetterChannels channels,
      Organisations organisations,
      Correlations correlations,
      ObjectProvider<LetterEvents> listeners,
      PostTies ties,
      CaseDuties duties,
      Clock clock) {
    this.letters = letters;
    this.press = press;
    this.bundles = bundles;
    this.documents = documents;
    this.outbox = outbox;
    this.cases = cases;
    this.ledger = ledger;
    this.patients = patients;
    this.channels = channels;
    this.organisations = organisations;
    this.correlations = correlations;
    this.listeners = listeners;
    this.ties = ties;
    this.duties = duties;
    this.clock = clock;
  }

  @Override
  public UUID write(Draft draft) {
    return write(Ids.next(), draft, press.pdf(html(draft, Map.of()))).view().id();
  }

  @Override
  public UUID write(Draft draft, List<Enclosure> enclosures) {
    return write(Ids.next(), draft, bundles.of(draft, enclosures, this::html).value()).view().id();
  }

  @Override
  public UUID replace(UUID replaced, UUID id, Draft draft, String why) {
    LetterEntity old = row(replaced);
    Letter before = old.view();
    if (!before.caseNo().equals(draft.caseNo())) {
      throw new IllegalArgumentException("a letter is replaced on its own case");
    }
    ledger.lock(before.caseNo());
    if (id.equals(before.supersededBy())) {
      return id;
    }
    if (before.supersededBy() != null) {
      throw new IllegalStateException("replaced already: correct the newest letter");
    }
    if (before.state() == State.WRITTEN || before.state() == State.QUEUED) {
      outbox.cancel(before.caseNo(), replaced.toString(), "superseded");
    }
    write(id, draft, press.pdf(html(draft, replacing(before, why)))).replaces(replaced);
    old.superseded(id);
    ties.gone(replaced);
    ledger.append(
        before.caseNo(),
        new CorrespondenceEvent.LetterSuperseded(replaced.toString(), id.toString(), why));
    return id;
  }

  @Override
  @Transactional(readOnly = true)
  public byte[] previewReplacement(UUID replaced, Draft draft, String why) {
    return press.pdf(html(draft, replacing(row(replaced).view(), why)));
  }

  /** Which letter is replaced, by its date, and why. */
  private static Map<String, Object> replacing(Letter before, String why) {
    return Map.of(
        "replaces",
        OsloTime.dateOf(before.sentAt() == null ? before.writtenAt() : before.sentAt()),
        "correction",
        why);
  }

  private LetterEntity write(UUID id, Draft draft, byte[] pdf) {
    Documents.Document document =
        documents.keep(draft.caseNo(), draft.template() + ".pdf", pdf, Thing.LETTER);
    LetterEntity letter =
        letters.save(LetterEntity.written(id, draft, document.id(), clock.instant()));
    ledger.append(
        draft.caseNo(),
        new CorrespondenceEvent.LetterWritten(
            id.toString(),
            draft.template(),
            draft.to().name(),
            draft.language().code(),
            document.id().toString(),
            document.sha256()));
    return letter;
  }

  @Override
  @Transactional(readOnly = true)
  public String preview(Draft draft) {
    return html(draft, Map.of());
  }

  @Override
  @Transactional(readOnly = true)
  public byte[] previewPdf(Draft draft) {
    return press.pdf(html(draft, Map.of()));
  }

  @Override
  @Transactional(readOnly = true)
  public Outcome<byte[]> previewPdf(Draft draft, List<Enclosure> enclosures) {
    return bundles.of(draft, enclosures, this::html);
  }

  private String html(Draft draft) {
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
    model.put("date", date(clock.instant(), norwegian));
    if (replacing.get("replaces") instanceof LocalDate day) {
      model.put("replaces", date(day, norwegian));
      model.put("correction", replacing.get("correction"));
    }
    if (draft.to() == To.PATIENT) {
      model.put("caseNo", draft.caseNo().value());
    }
    Map<String, Object> courtesy = new LinkedHashMap<>(model);
    if (draft.language() == Language.EN) {
      courtesy.put("date", date(clock.instant(), Language.EN));
      courtesy.putAll(draft.courtesy());
      if (replacing.get("replaces") instanceof LocalDate day) {
        courtesy.put("replaces", date(day, Language.EN));
      }
    }
    return press.html(draft.template(), draft.language(), standard, model, courtesy);
  }

  private static String date(Instant at, Language language) {
    return date(OsloTime.dateOf(at), language);
  }

  private static String date(LocalDate day, Language language) {
    return language == Language.EN
        ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(day)
        : DateTimeFormatter.ofPattern("d. MMMM yyyy", language.locale()).format(day);
  }

  @Override
  public void send(UUID letterId) {
    LetterEntity letter = row(letterId);
    Letter view = letter.view();
    String transport = transport(letter);
    letter.become(State.QUEUED);
    if (transport.equals("post")) {
      letter.goesByPost();
    }
    UUID outboxRow =
        outbox.enqueue(
            new Outbox.Item(
                transport,
                view.caseNo(),
                letterId.toString(),
                "letter",
                "letter:" + view.caseNo(),
                null));
    ledger.append(
        view.caseNo(),
        new CorrespondenceEvent.LetterQueued(letterId.toString(), outboxRow.toString()));
  }

  private String transport(LetterEntity letter) {
    Letter view = letter.view();
    if (view.to() == To.REFERRER && letter.recipientUser() != null) {
      return "notice";
    }
    return view.to() == To.PATIENT && wish(view).filter(c -> c == Channel.DIGITAL).isPresent()
        ? DigitalMailboxTransport.NAME
        : "post";
  }

  /** How the patient of a clinic's case accepts letters; empty when nobody has told. */
  private Optional<Channel> wish(Letter letter) {
    CaseSummary file = cases.get(letter.caseNo());
    return file.kind() == CaseKind.CLINIC
        ? channels.of(file.personId()).map(LetterChannels.Wish::channel)
        : Optional.empty();
  }

  /** The transport has delivered it. */
  void left(UUID letterId, UUID outboxRow) {
    LetterEntity letter = row(letterId);
    ledger.lock(letter.view().caseNo());
    letter.sent(clock.instant());
    ledger.append(
        letter.view().caseNo(),
        new CorrespondenceEvent.LetterSent(letterId.toString(), outboxRow.toString()));
    tell(letter.view());
  }

  private void tell(Letter sent) {
    listeners.orderedStream().forEach(l -> l.sent(sent));
    if (sent.to() == To.PATIENT) {
      correlations.toWaiting(
          "correspondence.patient.told", "letterId", sent.id().toString(), Map.of());
    }
  }

  /** Lies at the desk until somebody has posted it; nobody has been told (decisions 1.1). */
  void toBePosted(UUID letterId) {
    LetterEntity letter = row(letterId);
    CaseNo caseNo = letter.view().caseNo();
    ledger.lock(caseNo);
    letter.become(State.TO_POST);
    ties.lies(caseNo, letterId);
    ledger.append(caseNo, new CorrespondenceEvent.LetterToPost(letterId.toString()));
  }

  /** Somebody has posted it on that day, perhaps before they said so. */
  void posted(UUID letterId, LocalDate on) {
    LetterEntity letter = row(letterId);
    Letter before = letter.view();
    ledger.lock(before.caseNo());
    letter.sent(PostDesk.momentOf(on, before.writtenAt(), clock.instant()));
    letter.postedOn(on);
    ties.gone(letterId);
    duties.settled(cameBack(letterId));
    ledger.append(
        before.caseNo(), new CorrespondenceEvent.LetterPosted(letterId.toString(), on.toString()));
    tell(letter.view());
  }

  /** The patient has died: what lies at the desk for them is not posted. */
  void holdUnposted(CaseNo caseNo, String why) {
    ledger.lock(caseNo);
    letters.findByCaseNoOrderByWrittenAtAscIdAsc(caseNo.value()).stream()
        .filter(l -> l.state() == State.TO_POST && l.view().to() == To.PATIENT)
        .forEach(
            l -> {
              l.held(why);
              ledger.append(
                  caseNo, new CorrespondenceEvent.LetterHeld(l.view().id().toString(), why));
            });
  }

  void held(UUID letterId, String why) {
    LetterEntity letter = row(letterId);
    ledger.lock(letter.view().caseNo());
    letter.held(why);
    lies(letter);
    ledger.append(
        letter.view().caseNo(), new CorrespondenceEvent.LetterHeld(letterId.toString(), why));
    didNotLeave(letter.view());
  }

  void failed(UUID letterId) {
    LetterEntity letter = row(letterId);
    ledger.lock(letter.view().caseNo());
    letter.become(State.FAILED);
    lies(letter);
    ledger.append(
        letter.view().caseNo(), new CorrespondenceEvent.LetterFailed(letterId.toString()));
    didNotLeave(letter.view());
  }

  private void lies(LetterEntity letter) {
    if (letter.byPost()) {
      ties.lies(letter.view().caseNo(), letter.view().id());
    }
  }

  private void didNotLeave(Letter letter) {
    listeners.orderedStream().forEach(l -> l.failed(letter));
    if (letter.to() == To.PATIENT) {
      correlations.toWaiting(
          "correspondence.letter.failed", "letterId", letter.id().toString(), Map.of());
    }
  }

  @Override
  public void toldOtherwise(UUID letterId, String how, Instant at) {
    LetterEntity letter = row(letterId);
    ledger.lock(letter.view().caseNo());
    outbox.cancel(letter.view().caseNo(), letterId.toString(), "told-otherwise");
    letter.become(State.TOLD_OTHERWISE);
    ties.gone(letterId);
    duties.settled(cameBack(letterId));
    ledger.append(
        letter.view().caseNo(),
        new CorrespondenceEvent.ToldOtherwise(letterId.toString(), how, at.toString()));
    Letter view = letter.view();
    listeners.orderedStream().forEach(l -> l.toldOtherwise(view, how, at));
  }

  @Override
  public void returned(UUID letterId) {
    LetterEntity letter = row(letterId);
    ledger.lock(letter.view().caseNo());
    if (letter.state() != State.SENT) {
      return;
    }
    letter.become(State.RETURNED);
    lies(letter);
    duties.owed(
        new CaseDuties.Duty(
            "letter-returned",
            letter.view().caseNo(),
            Role.INTAKE,
            null,
            "correspondence.returned.title",
            null,
            "/post",
            cameBack(letterId),
            false));
    ledger.append(
        letter.view().caseNo(), new CorrespondenceEvent.LetterReturned(letterId.toString()));
    Letter view = letter.view();
    listeners.orderedStream().forEach(l -> l.returned(view));
  }

  /** It came back and goes out once more; until it has left nobody is told. */
  void sendAgain(UUID letterId) {
    ledger.lock(row(letterId).view().caseNo());
    ties.gone(letterId);
    duties.settled(cameBack(letterId));
    send(letterId);
  }

  private static String cameBack(UUID letterId) {
    return "letter-returned:" + letterId;
  }

  /**
   * Why a letter to the patient may not be posted now: protected address (edge 10), death (edge
   * 12), or a patient who wants it at the desk or after a phone call; or to a sender whose address
   * nobody has said.
   */
  @Transactional(readOnly = true)
  Optional<String> holdingReason(UUID letterId) {
    LetterEntity row = row(letterId);
    CaseSummary file = cases.get(row.view().caseNo());
    return Optional.ofNullable(
        holdingReasons(List.of(row), Map.of(file.caseNo(), file)).get(letterId));
  }

  /** The same for a whole table: as many questions to the database as for one letter. */
  Map<UUID, String> holdingReasons(Collection<LetterEntity> rows, Map<CaseNo, CaseSummary> files) {
    Set<UUID> receivers =
        rows.stream()
            .map(LetterEntity::view)
            .filter(l -> l.to() == To.PATIENT)
            .map(l -> files.get(l.caseNo()).personId())
            .collect(Collectors.toSet());
    Map<UUID, Patients.Person> persons = patients.all(receivers);
    Map<UUID, LetterChannels.Wish> wishes = channels.of(receivers);
    Map<UUID, String> reasons = new HashMap<>();
    for (LetterEntity row : rows) {
      Letter letter = row.view();
      CaseSummary file = files.get(letter.caseNo());
      Optional<String> why =
          letter.to() == To.PATIENT
              ? holdingReason(
                  persons.get(file.personId()),
                  file.kind() == CaseKind.CLINIC
                      ? Optional.ofNullable(wishes.get(file.personId()))
                      : Optional.empty())
              : Optional.of(NO_ADDRESS).filter(no -> row.lacksAddress());
      why.ifPresent(w -> reasons.put(letter.id(), w));
    }
    return reasons;
  }

  private static Optional<String> holdingReason(
      Patients.Person person, Optional<LetterChannels.Wish> wish) {
    if (person.diedOn() != null) {
      return Optional.of("died");
    }
    return switch (person.protection()) {
      case CONFIDENTIAL, STRICTLY_CONFIDENTIAL -> Optional.of("protected-address");
      default ->
          wish.map(LetterChannels.Wish::channel)
              .filter(c -> c == Channel.DESK || c == Channel.PHONE_FIRST)
              .map(Channel::code);
    };
  }

  byte[] pdfOf(UUID letterId) {
    return documents.content(row(letterId).view().documentId());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Letter> ofCase(CaseNo caseNo) {
    return letters.findByCaseNoOrderByWrittenAtAscIdAsc(caseNo.value()).stream()
        .map(LetterEntity::view)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Letter get(UUID letterId) {
    return row(letterId).view();
  }

  private LetterEntity row(UUID letterId) {
    return letters
        .findById(letterId)
        .orElseThrow(() -> new IllegalStateException("no letter " + letterId));
  }
}
