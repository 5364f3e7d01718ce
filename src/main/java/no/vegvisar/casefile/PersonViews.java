package no.vegvisar.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.patient.Patients;
import no.vegvisar.ui.MarkView;
import no.vegvisar.ui.PatientBannerView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The person of a case as this reader may see them. */
@Component
public class PersonViews {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int ID_SPLIT = 6;

  private final Patients patients;
  private final CaseAccess access;
  private final MessageSource messages;
  private final Clock clock;
  private final ObjectProvider<CaseMarks> others;

  PersonViews(
      Patients patients,
      CaseAccess access,
      MessageSource messages,
      Clock clock,
      ObjectProvider<CaseMarks> others) {
    this.patients = patients;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
    this.others = others;
  }

  /** The banner; the national id only where the reader sees content. */
  public PatientBannerView banner(CaseSummary file, Language language) {
    return banners(List.of(file), language).get(file.caseNo());
  }

  /** Number and name alone, and what not to do: for who has no more to do with the case. */
  public PatientBannerView head(CaseSummary file, Language language) {
    Patients.Person person = patients.get(file.personId());
    return new PatientBannerView(
        person.familyName(),
        person.givenName(),
        null,
        null,
        null,
        null,
        file.caseNo().value(),
        marks(person, language),
        isProtected(person));
  }

  /** The banners of a list of cases. */
  public Map<CaseNo, PatientBannerView> banners(Collection<CaseSummary> files, Language language) {
    List<CaseNo> caseNos = files.stream().map(CaseSummary::caseNo).toList();
    var persons = patients.all(files.stream().map(CaseSummary::personId).distinct().toList());
    var summaries = access.decide(caseNos, Thing.CASE_SUMMARY);
    Map<CaseNo, List<MarkView>> marks = new HashMap<>();
    files.forEach(f -> marks.put(f.caseNo(), marks(persons.get(f.personId()), language)));
    others
        .orderedStream()
        .forEach(
            other -> {
              var decisions = access.decide(caseNos, other.thing());
              other
                  .marks(
                      caseNos.stream().filter(c -> decisions.get(c).content()).toList(), language)
                  .forEach((caseNo, found) -> marks.get(caseNo).addAll(found));
            });
    Map<CaseNo, PatientBannerView> banners = new HashMap<>();
    for (CaseSummary file : files) {
      banners.put(
          file.caseNo(),
          banner(
              file,
              persons.get(file.personId()),
              summaries.get(file.caseNo()).content(),
              marks.get(file.caseNo()),
              language.locale()));
    }
    return banners;
  }

  private PatientBannerView banner(
      CaseSummary file,
      Patients.Person person,
      boolean content,
      List<MarkView> marks,
      Locale locale) {
    return new PatientBannerView(
        person.familyName(),
        person.givenName(),
        born(person),
        age(person, locale),
        sex(person, locale),
        content ? spaced(person.nationalId()) : null,
        file.caseNo().value(),
        marks,
        isProtected(person));
  }

  public static String born(Patients.Person person) {
    return person.bornOn() == null ? null : DAY.format(person.bornOn());
  }

  public static boolean isProtected(Patients.Person person) {
    return person.protection().hidesAddress();
  }

  private String age(Patients.Person person, Locale locale) {
    if (person.bornOn() == null) {
      return null;
    }
    LocalDate end = person.diedOn() != null ? person.diedOn() : OsloTime.dateOf(clock.instant());
    return messages.getMessage(
        "ui.patient.years", new Object[] {Period.between(person.bornOn(), end).getYears()}, locale);
  }

  private String sex(Patients.Person person, Locale locale) {
    return person.sex() == null
        ? null
        : messages.getMessage(
            person.sex().equals("m") ? "ui.patient.male" : "ui.patient.female", null, locale);
  }

  private static String spaced(String digits) {
    return digits == null || digits.length() <= ID_SPLIT
        ? digits
        : digits.substring(0, ID_SPLIT) + " " + digits.substring(ID_SPLIT);
  }

  private List<MarkView> marks(Patients.Person person, Language language) {
    Locale locale = language.locale();
    List<MarkView> marks = new ArrayList<>();
    if (isProtected(person)) {
      marks.add(
          new MarkView(
              MarkView.Kind.ADDRESS, messages.getMessage("ui.mark.address", null, locale)));
    }
    if (person.protection() == Patients.Protection.CLIENT_ADDRESS) {
      marks.add(
          new MarkView(
              MarkView.Kind.ADDRESS,
              messages.getMessage("casefile.mark.client-address", null, locale)));
    }
    if (person.diedOn() != null) {
      marks.add(
          new MarkView(
              MarkView.Kind.CRITICAL,
              messages.getMessage(
                  "casefile.mark.died", new Object[] {DAY.format(person.diedOn())}, locale)));
    }
    if (person.nationalId() != null && person.bornOn() == null) {
      marks.add(
          new MarkView(
              MarkView.Kind.CRITICAL, messages.getMessage("casefile.mark.id-fails", null, locale)));
    }
    return marks;
  }
}
