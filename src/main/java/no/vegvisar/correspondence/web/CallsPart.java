package no.vegvisar.correspondence.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.CallLog;
import no.vegvisar.correspondence.CallLog.Call;
import no.vegvisar.correspondence.PatientPhone;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.NumberKind;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Users;
import no.vegvisar.patient.PhoneCautions.Caution;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Calls of a case: a line is noted in one click and one word, here and from every task. */
@Component
class CallsPart implements CasePart, TaskContext {

  static final String KEY = "calls";

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");
  private static final int IN_A_TASK = 3;

  /**
   * @param third whether the words are a third party's
   */
  public record Row(
      String when,
      String party,
      String outcome,
      boolean reached,
      String words,
      boolean third,
      String by) {}

  private final CallLog calls;
  private final PatientPhone phone;
  private final Users users;
  private final MessageSource messages;
  private final Clock clock;

  CallsPart(CallLog calls, PatientPhone phone, Users users, MessageSource messages, Clock clock) {
    this.calls = calls;
    this.phone = phone;
    this.users = users;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public Thing thing() {
    return Thing.LETTER;
  }

  @Override
  public String icon() {
    return "Phone";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return caseSummary.kind() == CaseKind.CLINIC;
  }

  @Override
  public String template() {
    return "correspondence/calls";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    Map<String, Object> model = new HashMap<>();
    model.put("calls", calls.ofCase(caseNo).stream().map(c -> row(c, locale)).toList());
    model.put("mayNote", calls.mayNote(caseNo));
    model.put("phone", phone.of(caseNo).map(Caution::code).orElse("own"));
    model.put("phones", List.of("own", "shared", "wrong"));
    model.put("parties", CallLog.Party.values());
    model.put("action", "/cases/" + caseNo + "/calls");
    model.put("callKey", Ids.next().toString());
    model.put("callNow", OsloTime.asTyped(clock.instant()));
    return model;
  }

  private Row row(Call call, Locale locale) {
    return new Row(
        MOMENT.format(OsloTime.dateTimeOf(call.at())),
        text("correspondence.call.party." + call.party().code(), locale),
        outcome(call, locale),
        call.reached(),
        call.words(),
        call.party().third(),
        users.displayName(call.by()));
  }

  private String outcome(Call call, Locale locale) {
    return text(
        "correspondence.call."
            + (call.in() ? "in" : "out")
            + (call.reached() ? ".reached" : ".not-reached"),
        locale);
  }

  @Override
  public boolean concerns(OpenTask task) {
    return task.caseNo() != null
        && CaseNo.tryParse(task.caseNo())
            .filter(c -> c.value().startsWith(NumberKind.CASE.letter()))
            .isPresent()
        && calls.mayNote(new CaseNo(task.caseNo()));
  }

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    Locale locale = language.locale();
    List<Call> latest = calls.ofCase(caseNo);
    List<FactView> facts = new ArrayList<>();
    phone
        .of(caseNo)
        .ifPresent(
            caution ->
                facts.add(
                    FactView.of(
                        text("correspondence.phone", locale),
                        text("correspondence.phone." + caution.code(), locale))));
    latest.stream()
        .limit(IN_A_TASK)
        .map(c -> row(c, locale))
        .map(
            r ->
                FactView.of(
                    r.when() + ", " + r.party(),
                    r.words() == null ? r.outcome() : r.outcome() + ": " + r.words()))
        .forEach(facts::add);
    return List.of(
        new Part(
            text("casefile.part.calls", locale),
            latest.isEmpty() ? null : String.valueOf(latest.size()),
            facts,
            List.of(),
            LinkView.to(
                text("correspondence.call.note", locale), "/cases/" + caseNo + "/calls", "Phone")));
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
