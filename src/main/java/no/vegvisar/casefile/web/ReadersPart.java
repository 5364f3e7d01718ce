package no.vegvisar.casefile.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.access.ReadLog;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CasePart;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who has opened the case, newest first. */
@Component
class ReadersPart implements CasePart {

  /**
   * @param ground on which ground and for what purpose, in words
   */
  public record Row(String when, String who, String unit, String what, String ground) {}

  private final ReadLog log;
  private final Users users;
  private final Organisations organisations;
  private final MessageSource messages;

  ReadersPart(ReadLog log, Users users, Organisations organisations, MessageSource messages) {
    this.log = log;
    this.users = users;
    this.organisations = organisations;
    this.messages = messages;
  }

  @Override
  public String key() {
    return "readers";
  }

  @Override
  public int order() {
    return 95;
  }

  @Override
  public Thing thing() {
    return Thing.READ_LOG;
  }

  @Override
  public String icon() {
    return "Eye";
  }

  @Override
  public boolean concerns(CaseSummary caseSummary) {
    return true;
  }

  @Override
  public String template() {
    return "casefile/parts/readers";
  }

  @Override
  public Map<String, Object> model(CaseNo caseNo) {
    Locale locale = LocaleContextHolder.getLocale();
    Language language = Language.of(locale);
    List<Row> rows = new ArrayList<>();
    for (ReadLog.Reading reading : log.of(caseNo)) {
      String who = users.displayName(reading.reader());
      if (reading.onBehalfOf() != null) {
        who =
            messages.getMessage(
                "casefile.event.for",
                new Object[] {who, users.displayName(reading.onBehalfOf())},
                locale);
      }
      String unit =
          reading.unit() == null
              ? reading.body()
              : organisations
                  .unit(reading.unit())
                  .map(u -> language == Language.NB ? u.nameNb() : u.nameNn())
                  .orElse(reading.unit());
      rows.add(
          new Row(
              DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm")
                  .format(OsloTime.dateTimeOf(reading.at())),
              who,
              unit,
              messages.getMessage("casefile.part." + reading.what(), null, reading.what(), locale),
              messages.getMessage(
                      "casefile.ground." + reading.ground(), null, reading.ground(), locale)
                  + " · "
                  + reading.purpose()));
    }
    Collections.reverse(rows);
    return Map.of("part", rows);
  }
}
