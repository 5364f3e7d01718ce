package no.vegvisar.worklist.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Absences;
import no.vegvisar.organisation.Absences.Absence;
import no.vegvisar.organisation.Users;
import no.vegvisar.worklist.WorkQueries.Entry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom the reader stands in for today, and which work is theirs. */
@Component
class Covers {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.");

  private final Absences absences;
  private final Users users;
  private final CurrentActor current;
  private final MessageSource messages;

  Covers(Absences absences, Users users, CurrentActor current, MessageSource messages) {
    this.absences = absences;
    this.users = users;
    this.current = current;
    this.messages = messages;
  }

  List<Absence> today() {
    return absences.coveredBy(current.get().id());
  }

  /** One sentence for each. */
  List<String> sentences(List<Absence> today, Language language) {
    return today.stream()
        .map(
            a ->
                messages.getMessage(
                    "worklist.cover",
                    new Object[] {
                      users.displayName(a.user()),
                      messages.getMessage(
                          "organisation.role." + a.role().code(), null, language.locale()),
                      DAY.format(a.until())
                    },
                    language.locale()))
        .toList();
  }

  /** Whether one of them has it, in the role and unit one stands in for. */
  static boolean has(List<Absence> today, Entry entry) {
    return today.stream()
        .anyMatch(
            a ->
                a.user().value().equals(entry.assignee())
                    && a.role().code().equals(entry.role())
                    && a.unit().equals(entry.unit()));
  }
}
