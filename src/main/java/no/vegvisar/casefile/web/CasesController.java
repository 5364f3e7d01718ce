package no.vegvisar.casefile.web;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.MyCases;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.patient.Patients;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of cases, and finding one. A search is a POST, so that no name or id ends up in an
 * address.
 */
@Controller
class CasesController {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final MyCases cases;
  private final Patients patients;
  private final Organisations organisations;
  private final MessageSource messages;

  CasesController(
      MyCases cases, Patients patients, Organisations organisations, MessageSource messages) {
    this.cases = cases;
    this.patients = patients;
    this.organisations = organisations;
    this.messages = messages;
  }

  @GetMapping("/cases")
  String list(Model model, Locale locale) {
    return show(model, locale, "casefile.list.title", false, cases.all());
  }

  @GetMapping("/cases/search")
  String searchForm() {
    return "redirect:/cases";
  }

  @PostMapping("/cases/search")
  String search(@RequestParam(name = "q", defaultValue = "") String q, Model model, Locale locale) {
    return show(model, locale, "casefile.list.found", true, cases.search(q));
  }

  private String show(
      Model model, Locale locale, String titleKey, boolean searched, List<CaseSummary> found) {
    Language language = Language.of(locale);
    var persons = patients.all(found.stream().map(CaseSummary::personId).distinct().toList());
    Map<String, String> units = new HashMap<>();
    model.addAttribute(
        "view",
        new CasesView(
            messages.getMessage(titleKey, null, locale),
            searched,
            found.stream()
                .map(
                    c ->
                        row(
                            c,
                            persons.get(c.personId()),
                            units.computeIfAbsent(c.unit(), unit -> unitName(unit, language)),
                            language))
                .toList()));
    return "casefile/list";
  }

  private String unitName(String unit, Language language) {
    return organisations
        .unit(unit)
        .map(u -> language == Language.NB ? u.nameNb() : u.nameNn())
        .orElse(unit);
  }

  private CasesView.Row row(
      CaseSummary file, Patients.Person person, String unit, Language language) {
    String state =
        file.open()
            ? messages.getMessage("casefile.phase." + file.phase(), null, language.locale())
            : messages.getMessage(
                "casefile.closed",
                new Object[] {
                  messages.getMessage(
                      "casefile.word." + file.closeReason(),
                      null,
                      file.closeReason(),
                      language.locale())
                },
                language.locale());
    return new CasesView.Row(
        "/cases/" + file.caseNo() + "/overview",
        file.caseNo().value(),
        person.listName(),
        PersonViews.born(person),
        PersonViews.isProtected(person),
        state,
        unit,
        DAY.format(OsloTime.dateOf(file.openedAt())));
  }
}
