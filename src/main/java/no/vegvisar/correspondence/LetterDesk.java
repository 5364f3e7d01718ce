package no.vegvisar.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseDeadlines;
import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Correlations;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.LetterChannels;
import no.vegvisar.patient.LetterChannels.Channel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link Letters}: written, kept as PDF, queued; what becomes of them is told to whoever waits. */
@Service
@Transactional
class LetterDesk implements Letters {

  private final LetterRows letters;
  private final LetterPaper paper;
  private final Documents documents;
  private final Outbox outbox;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final LetterChannels channels;
  private final Correlations correlations;
  private final ObjectProvider<LetterEvents> listeners;
  private final PostTies ties;
  private final CaseDuties duties;
  private final ObjectProvider<CaseDeadlines> deadlines;
  private final Clock clock;

  LetterDesk(
      LetterRows letters,
      LetterPaper paper,
      Documents documents,
      Outbox outbox,
      CaseFiles cases,
      CaseLedger ledger,
      LetterChannels channels,
      Correlations correlations,
      ObjectProvider<LetterEvents> listeners,
      PostTies ties,
      CaseDuties duties,
      ObjectProvider<CaseDeadlines> deadlines,
      Clock clock) {
    this.letters = letters;
    this.paper = paper;
    this.documents = documents;
    this.outbox = outbox;
    this.cases = cases;
    this.ledger = ledger;
    this.channels = channels;
    this.correlations = correlations;
    this.listeners = listeners;
    this.ties = ties;
    this.duties = duties;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  public UUID write(Draft draft) {
    return write(Ids.next(), draft, paper.pdf(draft)).view().id();
  }

  @Override
  public UUID write(Draft draft, List<Enclosure> enclosures) {
    return write(Ids.next(), draft, paper.bundle(draft, enclosures).value()).view().id();
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
    write(id, draft, paper.replacing(before, draft, why)).replaces(replaced);
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
    return paper.replacing(row(replaced).view(), draft, why);
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
  public byte[] previewPdf(Draft draft) {
    return paper.pdf(draft);
  }

  @Override
  @Transactional(readOnly = true)
  public Outcome<byte[]> previewPdf(Draft draft, List<Enclosure> enclosures) {
    return paper.bundle(draft, enclosures);
  }

  @Override
  public void send(UUID letterId) {
    LetterEntity letter = row(letterId);
    queue(letter, transport(letter));
  }

  private void queue(LetterEntity letter, String transport) {
    Letter view = letter.view();
    letter.become(State.QUEUED);
    if (transport.equals("post")) {
      letter.goesByPost();
    }
    UUID outboxRow =
        outbox.enqueue(
            new Outbox.Item(
                transport,
                view.caseNo(),
                view.id().toString(),
                "letter",
                "letter:" + view.caseNo(),
                null));
    ledger.append(
        view.caseNo(),
        new CorrespondenceEvent.LetterQueued(view.id().toString(), outboxRow.toString()));
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
    ledger.append(
        letter.view().caseNo(), new CorrespondenceEvent.LetterReturned(letterId.toString()));
    Letter view = letter.view();
    listeners.orderedStream().forEach(l -> l.returned(view));
    duties.owed(
        new CaseDuties.Duty(
            "letter-returned",
            view.caseNo(),
            Role.INTAKE,
            null,
            "correspondence.returned.title",
            // the patient is to have been told by then
            deadlines
                .orderedStream()
                .flatMap(d -> d.byLaw(view.caseNo()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null),
            "/post",
            cameBack(letterId),
            false));
  }

  /** It came back and goes by post to a new address; until it has left nobody is told. */
  void sendAgain(UUID letterId) {
    LetterEntity letter = row(letterId);
    CaseNo caseNo = letter.view().caseNo();
    ledger.lock(caseNo);
    ties.gone(letterId);
    duties.settled(cameBack(letterId));
    ledger.append(caseNo, new CorrespondenceEvent.LetterSentAgain(letterId.toString()));
    queue(letter, "post");
  }

  private static String cameBack(UUID letterId) {
    return "letter-returned:" + letterId;
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
