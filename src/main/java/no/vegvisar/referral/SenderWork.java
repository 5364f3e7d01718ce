package no.vegvisar.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.PersonalItems;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a sender: drafts to finish, questions to answer. */
@Component
@Transactional(readOnly = true)
public class SenderWork implements PersonalItems {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int DAYS_TO_FINISH = 7;
  private static final int DAYS_TO_ANSWER = 3;

  private final ReferralRecords records;
  private final Drafts drafts;
  private final MessageSource messages;
  private final ObjectMapper json;

  SenderWork(ReferralRecords records, Drafts drafts, MessageSource messages, ObjectMapper json) {
    this.records = records;
    this.drafts = drafts;
    this.messages = messages;
    this.json = json;
  }

  @Override
  public List<Item> of(Actor actor, Language language) {
    if (!actor.holds(Role.REFERRER)) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    unfinished(actor.id())
        .forEach(
            draft ->
                items.add(
                    new Item(
                        "draft-" + draft.id(),
                        message("referral.draft.finish", language),
                        name(draft, language),
                        OsloTime.endOf(OsloTime.dateOf(draft.changedAt()).plusDays(DAYS_TO_FINISH)),
                        href(draft),
                        draft.changedAt())));
    List<Referral> asked = records.askedOf(actor.id());
    var questions = records.questionsOf(asked);
    for (Referral referral : asked) {
      questions.get(referral.id()).stream()
          .filter(ReferralQuestion::open)
          .map(ReferralQuestion::askedAt)
          .min(Instant::compareTo)
          .ifPresent(at -> items.add(question(referral, at, language)));
    }
    return items;
  }

  private Item question(Referral referral, Instant asked, Language language) {
    return new Item(
        "question-" + referral.reference(),
        message("referral.question.answer", language),
        referral.reference(),
        OsloTime.endOf(OsloTime.dateOf(asked).plusDays(DAYS_TO_ANSWER)),
        "/referrals/" + referral.reference(),
        asked);
  }

  /** The sender's drafts, each by a name they know it by. */
  public List<LinkView> drafts(UserId sender, Language language) {
    return unfinished(sender).stream()
        .map(draft -> LinkView.to(name(draft, language), href(draft), null))
        .toList();
  }

  private List<Drafts.Draft> unfinished(UserId sender) {
    return ReferralKind.forms().stream().flatMap(form -> drafts.of(sender, form).stream()).toList();
  }

  private static String href(Drafts.Draft draft) {
    return ReferralKind.ofForm(draft.formId()).hrefOf(draft.id());
  }

  private String name(Drafts.Draft draft, Language language) {
    String when = DAY.format(OsloTime.dateOf(draft.changedAt()));
    String patient = patient(draft);
    return patient.isBlank()
        ? message("referral.draft.unnamed", language, when)
        : message("referral.draft.named", language, patient, when);
  }

  private String patient(Drafts.Draft draft) {
    try {
      return json.readTree(draft.answersJson()).path("patientName").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
