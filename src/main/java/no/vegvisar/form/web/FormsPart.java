package no.vegvisar.form.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Users;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Forms answered on the case, also those that no module acts on. What is shared with another body
 * is not shown from here.
 */
@Component
class FormsPart implements CasePart {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  /**
   * @param href of the answers
   */
  public record Row(String title, String who, String when, String href) {}

  private final FormGate gate;
  private final FormPages pages;
  private final Users users;
  private final CurrentActor current;

  FormsPart(FormGate gate, FormPages pages, Users users, CurrentActor current) {
    this.gate = gate;
    this.pages = pages;
    this.users = users;
    this.current = current;
  }

  @Override
  public String key() {
    return "forms";
  }

  @Override
  public int order() {
    return 85;
  }

  @Override
  public Thing thing() {
    return Thing.CLINICAL_CONTENT;
  }

  @Override
  public String icon() {
    return "ClipboardCheckmark";
  }

  /** A disclosure opens what was disclosed, never the record itself. */
  @Override
  public boolean concerns(CaseSummary file) {
    return file.body().equals(current.get().body());
  }

  @Override
  public String template() {
    return "form/parts/forms";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Language language = Language.of(LocaleContextHolder.getLocale());
    List<Row> rows = new ArrayList<>();
    for (Submission submission : gate.ofCase(caseNo)) {
      rows.add(
          new Row(
              pages.title(submission, language),
              users.displayName(submission.by()),
              WHEN.format(OsloTime.dateTimeOf(submission.at())),
              "/cases/" + caseNo + "/forms/" + submission.id()));
    }
    Collections.reverse(rows);
    return Map.of("part", rows);
  }
}
