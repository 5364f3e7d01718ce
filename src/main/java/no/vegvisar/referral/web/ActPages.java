package no.vegvisar.referral.web;

import java.util.List;
import java.util.Locale;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ActView;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the pages where a person tells one thing about a case. */
@Component
class ActPages {

  /**
   * Where a page lies and what it is called.
   *
   * @param path below the case, where it posts to
   * @param back below the case, where one comes from
   * @param act its texts are {@code referral.act.<act>}
   */
  record Place(CaseNo caseNo, String path, String back, String act) {}

  private final CaseFiles cases;
  private final PersonViews persons;
  private final MessageSource messages;

  ActPages(CaseFiles cases, PersonViews persons, MessageSource messages) {
    this.cases = cases;
    this.persons = persons;
    this.messages = messages;
  }

  /**
   * @param version of what the page shows; {@code _version}
   * @param key one act, however often it is sent; {@code _key}
   */
  String draw(
      Place place,
      List<FactView> facts,
      List<ActView.Field> fields,
      String version,
      String key,
      List<Refusal> refusals,
      Model model,
      Locale locale) {
    String base = "/cases/" + place.caseNo() + "/";
    model.addAttribute(
        "view",
        new ActView(
            persons.banner(cases.get(place.caseNo()), Language.of(locale)),
            base + place.back(),
            base + place.path(),
            text("referral.act." + place.act(), locale),
            text("referral.act." + place.act() + ".lead", locale),
            facts,
            fields,
            version,
            key,
            ProblemView.of(refusals, messages, locale)));
    return "layout/act";
  }

  ActView.Field radio(
      String name, String label, List<String> codes, String prefix, String chosen, Locale locale) {
    return new ActView.Field(
        "radio",
        name,
        text("referral.act.field." + label, locale),
        null,
        null,
        true,
        codes.stream()
            .map(
                code ->
                    ChoiceView.of(
                        code, text("referral.word." + prefix + code, locale), code.equals(chosen)))
            .toList());
  }

  ActView.Field field(
      String kind,
      String name,
      String label,
      String help,
      String value,
      boolean required,
      Locale locale) {
    return new ActView.Field(
        kind, name, text("referral.act.field." + label, locale), help, value, required, List.of());
  }

  String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
