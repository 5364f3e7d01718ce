package no.vegvisar.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.document.Documents;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.form.PersonalItems;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
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
public class SentReferrals implements PersonalItems {

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
  private final Drafts drafts;
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
      Drafts drafts,
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
    this.drafts = drafts;
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
    return records.sentBy(current.get().id()).stream()
        .map(
            r ->
                new ReferralListView.Row(
                    r.reference(),
                    "/referrals/" + r.reference(),
                    records.answersOf(r).path("patientName").asText(),
                    message("referral.kind." + r.kind().word(), language),
                    DAY.format(OsloTime.dateOf(r.receivedAt())),
                    message(statusKey(r), language),
                    color(r),
                    deadline(r, language)))
        .toList();
  }

  /** The status page; opening it is logged like any other look into the case. */
  public ReferralStatusView status(
      String reference, boolean justSent, boolean justAnswered, Language language) {
    Referral referral = own(reference);
    access.open(referral.caseNo(), Thing.REFERRAL, "referral-status");
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
            : message(statusTextKey(referral), language);
    return new ReferralStatusView(
        reference,
        justSent,
        message(statusKey(referral), language),
        text,
        senders.forSender(referral, language).orElse(null),
        worries.forSender(referral.caseNo(), language).orElse(null),
        deadline(referral, language),
        steps(referral, language),
        facts(referral, language),
        open.isEmpty() ? null : message("referral.status.question.text", language),
        open.isEmpty() ? null : question(referral, open, language),
        papers,
        events(referral, language));
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

  private List<StepView> steps(Referral referral, Language language) {
    if (hearsReceiptOnly(referral)) {
      boolean answered = isOver(referral);
      return List.of(
          step("step.sent", StepView.State.DONE, language),
          step("received", answered ? StepView.State.DONE : StepView.State.NOW, language),
          step("step.answered", answered ? StepView.State.DONE : StepView.State.NEXT, language));
    }
    int now =
        switch (joined.statusOf(referral)) {
          case RECEIVED -> 1;
          case ASSESSING, JOINED -> 2;
          case FORWARDED, ANSWERED -> 4;
        };
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

  private static boolean hearsReceiptOnly(Referral referral) {
    return ReferrerKind.of(referral.referrerKind()).hears() == ReferrerKind.Hears.RECEIPT;
  }

  private boolean isOver(Referral referral) {
    Referral.Status status = joined.statusOf(referral);
    return status == Referral.Status.FORWARDED || status == Referral.Status.ANSWERED;
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

  private List<EventView> events(Referral referral, Language language) {
    List<EventView> events = new ArrayList<>();
    Optional.ofNullable(referral.answeredAt())
        .or(() -> joined.handledAt(referral))
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

  /**
   * A duplicate follows the case it was joined with and says no more: that the person has another
   * one is not told (decisions 20). Who hears of receipt and answer only is not told where it went
   * either (decisions 27).
   */
  private String statusKey(Referral referral) {
    if (hearsReceiptOnly(referral)) {
      return isOver(referral) ? "referral.status.handled" : "referral.status.received";
    }
    return switch (joined.statusOf(referral)) {
      case RECEIVED -> "referral.status.received";
      case ASSESSING, JOINED -> "referral.status.assessing";
      case FORWARDED -> "referral.status.forwarded";
      case ANSWERED -> "referral.status.answered";
    };
  }

  private String statusTextKey(Referral referral) {
    if (!hearsReceiptOnly(referral) && joined.handledAt(referral).isPresent()) {
      return "referral.status.joined-answered.text";
    }
    return hearsReceiptOnly(referral) && !isOver(referral)
        ? "referral.status.received-only.text"
        : statusKey(referral) + ".text";
  }

  private String color(Referral referral) {
    return switch (joined.statusOf(referral)) {
      case RECEIVED -> "neutral";
      case ASSESSING, JOINED -> "info";
      case FORWARDED, ANSWERED -> "success";
    };
  }

  private DeadlineView deadline(Referral referral, Language language) {
    return clocks
        .find("T01", referral.caseNo().value())
        .filter(DeadlineClocks.DeadlineClock::running)
        .map(c -> words.of(c, language))
        .orElse(null);
  }

  /** Drafts and unanswered questions, in the sender's own list of work. */
  @Override
  public List<Item> of(Actor actor, Language language) {
    if (!actor.holds(Role.REFERRER)) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    UserId user = actor.id();
    List<Drafts.Draft> unfinished =
        ReferralKind.forms().stream().flatMap(form -> drafts.of(user, form).stream()).toList();
    for (Drafts.Draft draft : unfinished) {
      items.add(
          new Item(
              "draft-" + draft.id(),
              message("referral.draft.finish", language),
              draftName(draft, json, messages, language.locale()),
              OsloTime.endOf(OsloTime.dateOf(draft.changedAt()).plusDays(7)),
              "/referrals/new?form="
                  + ReferralKind.ofForm(draft.formId()).word()
                  + "&draft="
                  + draft.id(),
              draft.changedAt()));
    }
    for (Referral referral : records.askedOf(user)) {
      records.questionsOf(referral).stream()
          .filter(ReferralQuestion::open)
          .map(ReferralQuestion::askedAt)
          .min(java.time.Instant::compareTo)
          .ifPresent(
              asked ->
                  items.add(
                      new Item(
                          "question-" + referral.reference(),
                          message("referral.question.answer", language),
                          referral.reference(),
                          OsloTime.endOf(OsloTime.dateOf(asked).plusDays(3)),
                          "/referrals/" + referral.reference(),
                          asked)));
    }
    return items;
  }

  /** What to call a draft in a list of its owner's. */
  public static String draftName(
      Drafts.Draft draft, ObjectMapper json, MessageSource messages, Locale locale) {
    String when = DAY.format(OsloTime.dateOf(draft.changedAt()));
    try {
      String name = json.readTree(draft.answersJson()).path("patientName").asText("");
      return name.isBlank()
          ? messages.getMessage("referral.draft.unnamed", new Object[] {when}, locale)
          : messages.getMessage("referral.draft.named", new Object[] {name, when}, locale);
    } catch (JsonProcessingException e) {
      return messages.getMessage("referral.draft.unnamed", new Object[] {when}, locale);
    }
  }

  private String message(String key, Language language) {
    return messages.getMessage(key, null, language.locale());
  }
}
