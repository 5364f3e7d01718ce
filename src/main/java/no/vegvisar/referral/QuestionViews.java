package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.ui.EventView;
import no.vegvisar.ui.FactView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a referrer was asked and answered, in the words of the form it stands in. */
@Service
@Transactional(readOnly = true)
public class QuestionViews {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  private final Referrals referrals;
  private final ReferralQuestions questions;
  private final AnswersTaken taken;
  private final FormPages pages;
  private final CurrentActor current;
  private final MessageSource messages;

  QuestionViews(
      Referrals referrals,
      ReferralQuestions questions,
      AnswersTaken taken,
      FormPages pages,
      CurrentActor current,
      MessageSource messages) {
    this.referrals = referrals;
    this.questions = questions;
    this.taken = taken;
    this.pages = pages;
    this.current = current;
    this.messages = messages;
  }

  /** The form's fields that are asked for and not answered; empty when nothing is open. */
  public ArrayNode open(CaseNo caseNo, Language language) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(
            referral ->
                fields(
                    referral,
                    of(referral).stream()
                        .filter(ReferralQuestion::open)
                        .map(ReferralQuestion::item)
                        .toList(),
                    language))
        .orElseGet(JsonNodeFactory.instance::arrayNode);
  }

  /** A field that was asked for: its key in the form and its label. */
  public record Asked(String key, String label, JsonNode field) {

    /** What was typed or chosen for it, as its reader knows it. */
    public String words(String answer) {
      return word(field, answer);
    }
  }

  /** All that was ever asked of the referrer. */
  public List<Asked> fieldsOf(CaseNo caseNo, Language language) {
    List<Asked> asked = new ArrayList<>();
    referrals
        .findByCaseNo(caseNo.value())
        .ifPresent(
            referral ->
                fields(
                        referral,
                        of(referral).stream().map(ReferralQuestion::item).toList(),
                        language)
                    .forEach(
                        f ->
                            asked.add(
                                new Asked(f.path("key").asText(), f.path("label").asText(), f))));
    return asked;
  }

  /** What was answered after sending, each with how it came where intake typed it. */
  public List<FactView> answered(CaseNo caseNo, Language language) {
    return referrals
        .findByCaseNo(caseNo.value())
        .map(referral -> answered(referral, language))
        .orElse(List.of());
  }

  private List<FactView> answered(Referral referral, Language language) {
    Map<UUID, AnswerTaken> ways = waysOf(referral);
    List<FactView> facts = new ArrayList<>();
    for (ReferralQuestion question : of(referral)) {
      if (question.answer() == null) {
        continue;
      }
      List<String> words = new ArrayList<>();
      JsonNode field = fields(referral, List.of(question.item()), language).path(0);
      words.add(word(field, question.answer()));
      if (question.answerWords() != null) {
        words.add(question.answerWords());
      }
      if (question.takenId() != null) {
        AnswerTaken way = ways.get(question.takenId());
        words.add(
            text(
                "referral.answer.came",
                language,
                text("referral.word." + way.channel(), language),
                MOMENT.format(OsloTime.dateTimeOf(way.receivedAt())),
                way.answeredBy()));
      }
      facts.add(
          FactView.of(field.path("label").asText(question.item()), String.join(" \u00b7 ", words)));
    }
    return facts;
  }

  /** For the sender: that and how answers reached the clinic, newest first. */
  List<EventView> answers(Referral referral, Language language) {
    Map<UUID, AnswerTaken> ways = waysOf(referral);
    return of(referral).stream()
        .filter(q -> q.answeredAt() != null)
        .sorted(Comparator.comparing(ReferralQuestion::answeredAt).reversed())
        .map(q -> answer(q, ways.get(q.takenId()), language))
        .distinct()
        .toList();
  }

  private EventView answer(ReferralQuestion question, AnswerTaken wayOrNull, Language language) {
    String words =
        wayOrNull == null
            ? text("referral.status.answer", language)
            : text(
                "referral.status.answer-by",
                language,
                text("referral.word." + wayOrNull.channel(), language));
    return new EventView(
        "ChatElipsis",
        "success",
        words,
        MOMENT.format(
            OsloTime.dateTimeOf(
                wayOrNull == null ? question.answeredAt() : wayOrNull.receivedAt())));
  }

  private List<ReferralQuestion> of(Referral referral) {
    return questions.findByReferralIdOrderByItem(referral.id());
  }

  private Map<UUID, AnswerTaken> waysOf(Referral referral) {
    return taken.findByReferralId(referral.id()).stream()
        .collect(Collectors.toMap(AnswerTaken::id, Function.identity()));
  }

  private ArrayNode fields(Referral referral, List<String> items, Language language) {
    JsonNode form =
        pages
            .of(
                referral.kind().formId(),
                Ids.next(),
                current.get().id(),
                "",
                FormHandler.Context.NONE,
                language)
            .schema();
    return AskedFields.of(form.path("components"), items);
  }

  /** A list of choices was kept as one text. */
  private static String word(JsonNode field, String answer) {
    if (!field.path("type").asText().equals("checklist")) {
      return ReferralWords.text(field, JsonNodeFactory.instance.textNode(answer));
    }
    ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
    for (String code : answer.split(", ")) {
      chosen.add(code);
    }
    return ReferralWords.text(field, chosen);
  }

  private String text(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
