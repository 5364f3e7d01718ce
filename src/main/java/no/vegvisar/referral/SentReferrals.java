package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.referral.web.ReferralListView;
import no.vegvisar.referral.web.ReferralStatusView;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.StepView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a sender may see of what they sent (decisions 20, 27): the reference, where it is, what is
 * asked, the answer due to them. A duplicate is not revealed, the team is not named.
 */
@Service
@Transactional
public class SentReferrals {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  private final ReferralRecords records;
  private final JoinedReferrals joined;
  private final QuestionDesk questions;
  private final QuestionViews questionViews;
  private final ReferralAttachments attachments;
  private final SenderWords senders;
  private final WorryPages worries;
  private final CaseAccess access;
  private final CurrentActor current;
  private final Letters letters;
  private final Documents documents;
  private final DeadlineClocks clocks;
  private final DeadlineWords words;
  private final FormPages pages;
  private final MessageSource messages;
  private final ObjectMapper json;

  SentReferrals(
      ReferralRecords records,
      JoinedReferrals joined,
      QuestionDesk questions,
      QuestionViews questionViews,
      ReferralAttachments attachments,
      SenderWords senders,
      WorryPages worries,
      CaseAccess access,
      CurrentActor current,
      Letters letters,
      Documents documents,
      DeadlineClocks clocks,
      DeadlineWords words,
      FormPages pages,
      MessageSource messages,
      ObjectMapper json) {
    this.records = records;
    this.joined = joined;
    this.questions = questions;
    this.questionViews = questionViews;
    this.attachments = attachments;
    this.senders = senders;
    this.worries = worries;
    this.access = access;
    this.current = current;
    this.letters = letters;
    this.documents = documents;
    this.clocks = clocks;
    this.words = words;
    this.pages = pages;
    this.messages = messages;
    this.json = json;
  }

  /** The reference of what was just sent; what lay with its draft now belongs to it. */
  String received(UUID submissionId, UUID draft) {
    Referral referral = records.bySubmission(submissionId).orElseThrow();
    attachments.sent(draft, referral);
    return referral.reference();
  }

  /** Own referrals, newest first. */
  public List<ReferralListView.Row> rows(Language language) {
    List<Referral> own = records.sentBy(current.get().id());
    Map<CaseNo, SentStatus> statuses = joined.statusOf(own);
    Map<UUID, JsonNode> answers = records.answersOf(own);
    Map<String, DeadlineClock> due =
        clocks.find("T01", own.stream().map(r -> r.caseNo().value()).toList());
    return own.stream()
        .map(
            r -> {
              SentStatus status = statuses.get(r.caseNo());
              return new ReferralListView.Row(
                  r.reference(),
                  "/referrals/" + r.reference(),
                  answers.get(r.id()).path("patientName").asText(),
                  message("referral.kind." + r.kind().word(), language),
                  DAY.format(OsloTime.dateOf(r.receivedAt())),
                  message(status.key(), language),
                  status.color(),
                  deadline(Optional.ofNullable(due.get(r.caseNo().value())), language));
            })
        .toList();
  }

  /** The status page; opening it is logged like any other look into the case. */
  public ReferralStatusView status(
      String reference, boolean justSent, boolean justAnswered, Language language) {
    Referral referral = own(reference);
    access.open(referral.caseNo(), Thing.REFERRAL, "referral-status");
    SentStatus standing = joined.statusOf(referral);
    List<ReferralQuestion> open =
        records.questionsOf(referral).stream().filter(ReferralQuestion::open).toList();
    List<LinkView> papers = new ArrayList<>();
    letters.ofCase(referral.caseNo()).stream()
        .filter(l -> l.to() == Letters.To.REFERRER && l.state() == Letters.State.SENT)
        .forEach(
            l ->
                papers.add(
                    LinkView.to(
                        message("referral.letter.answer", language),
                        "/referrals/" + reference + "/letters/" + l.id(),
                        null)));
    attachments
        .ofReferral(referral)
        .forEach(a -> papers.add(LinkView.to(a.name(), "/referrals/attachments/" + a.id(), null)));
    String text =
        justAnswered
            ? message("referral.status.thanks", language)
            : message(standing.textKey(), language);
    return new ReferralStatusView(
        reference,
        justSent,
        message(standing.key(), language),
        text,
        senders.forSender(referral, language).orElse(null),
        worries.forSender(referral.caseNo(), language).orElse(null),
        deadline(clocks.find("T01", referral.caseNo().value()), language),
        steps(standing, language),
        facts(referral, language),
        open.isEmpty() ? null : message("referral.status.question.text", language),
        open.isEmpty() ? null : question(referral, open, language),
        papers,
        events(referral, standing, language));
  }

  private Referral own(String reference) {
    Referral referral =
        records
            .byReference(reference)
            .orElseThrow(() -> new NoAccessException(Refusal.of("referral.refusal.not-yours")));
    if (!current.get().id().equals(referral.sentBy())) {
      throw new NoAccessException(Refusal.of("referral.refusal.not-yours"));
    }
    return referral;
  }

  /** Only the fields that are asked for, from the form they were first asked in. */
  private FormView question(Referral referral, List<ReferralQuestion> open, Language language) {
    List<String> asked = open.stream().map(ReferralQuestion::item).toList();
    UUID key =
        UUID.nameUUIDFromBytes(
            (referral.reference() + asked).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    FormView whole =
        pages.of(
            referral.kind().formId(),
            key,
            current.get().id(),
            "/referrals/" + referral.reference() + "/answers",
            FormHandler.Context.NONE,
            language);
    ObjectNode schema = ((ObjectNode) whole.schema()).deepCopy();
    schema.set("components", AskedFields.of(whole.schema().path("components"), asked));
    return new FormView(
        schema,
        json.createObjectNode(),
        List.of(),
        whole.action(),
        whole.version(),
        whole.key(),
        message("referral.status.question.send", language),
        null,
        0,
        null,
        false);
  }

  /** The sender's answers to what was asked. */
  public List<Refusal> answer(String reference, Map<String, String> given) {
    Referral referral = own(reference);
    String contact = given.get("patientContact");
    if (contact != null) {
      given.put("contact", contact);
    }
    boolean nothingOpen = records.questionsOf(referral).stream().noneMatch(ReferralQuestion::open);
    // sent twice: the first answer stands
    return nothingOpen ? List.of() : questions.answer(reference, given);
  }

  /** A letter to this sender; the look is logged. */
  public byte[] letter(String reference, UUID letterId) {
    Referral referral = own(reference);
    Letters.Letter letter = letters.get(letterId);
    if (!letter.caseNo().equals(referral.caseNo())
        || letter.to() != Letters.To.REFERRER
        || letter.state() != Letters.State.SENT) {
      throw new NoAccessException(Refusal.of("referral.refusal.not-yours"));
    }
    access.open(referral.caseNo(), Thing.REFERRAL, "answer-to-referrer");
    return documents.content(letter.documentId());
  }

  private List<StepView> steps(SentStatus standing, Language language) {
    if (standing.receiptOnly()) {
      boolean answered = standing.over();
      return List.of(
          step("step.sent", StepView.State.DONE, language),
          step("received", answered ? StepView.State.DONE : StepView.State.NOW, language),
          step("step.answered", answered ? StepView.State.DONE : StepView.State.NEXT, language));
    }
    int now = standing.stepsDone();
    List<String> keys = List.of("step.sent", "received", "step.assessed", "step.answered");
    List<StepView> steps = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      StepView.State state =
          i < now ? StepView.State.DONE : i == now ? StepView.State.NOW : StepView.State.NEXT;
      steps.add(step(keys.get(i), state, language));
    }
    return steps;
  }

  private StepView step(String key, StepView.State state, Language language) {
    return new StepView(key, message("referral.status." + key, language), state, null);
  }

  private List<FactView> facts(Referral referral, Language language) {
    return List.of(
        FactView.of(
            message("referral.fact.patient", language),
            records.answersOf(referral).path("patientName").asText()),
        FactView.of(
            message("referral.fact.sent", language),
            MOMENT.format(OsloTime.dateTimeOf(referral.receivedAt()))));
  }

  private List<EventView> events(Referral referral, SentStatus standing, Language language) {
    List<EventView> events = new ArrayList<>();
    Optional.ofNullable(referral.answeredAt())
        .or(standing::handled)
        .ifPresent(
            answered ->
                events.add(
                    new EventView(
                        "CheckmarkCircle",
                        "success",
                        message("referral.status.answered", language),
                        at(answered))));
    events.addAll(questionViews.answers(referral, language));
    records.questionsOf(referral).stream()
        .filter(q -> q.askedAt() != null)
        .map(ReferralQuestion::askedAt)
        .max(java.time.Instant::compareTo)
        .ifPresent(
            asked ->
                events.add(
                    new EventView(
                        "ChatElipsis",
                        "info",
                        message("referral.status.question", language),
                        at(asked))));
    events.add(
        new EventView(
            "EnvelopeClosed",
            "neutral",
            message("referral.status.received", language),
            at(referral.receivedAt())));
    return events;
  }

  private static String at(java.time.Instant instant) {
    return MOMENT.format(OsloTime.dateTimeOf(instant));
  }

  private DeadlineView deadline(Optional<DeadlineClock> due, Language language) {
    return due.filter(DeadlineClock::running).map(c -> words.of(c, language)).orElse(null);
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
