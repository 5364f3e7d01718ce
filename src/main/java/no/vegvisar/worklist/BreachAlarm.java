package no.vegvisar.worklist;

import java.time.Clock;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.deadline.DeadlineAlarm;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A broken deadline becomes work for whoever leads the unit; a warning shows at the task itself.
 */
@Component
class BreachAlarm implements DeadlineAlarm {

  private final HouseWork house;
  private final ObjectProvider<CaseFiles> cases;
  private final ObjectProvider<UnitOfRole> units;
  private final ObjectProvider<DeadlineWords> words;
  private final MessageSource messages;
  private final Clock clock;

  BreachAlarm(
      HouseWork house,
      ObjectProvider<CaseFiles> cases,
      ObjectProvider<UnitOfRole> units,
      ObjectProvider<DeadlineWords> words,
      MessageSource messages,
      Clock clock) {
    this.house = house;
    this.cases = cases;
    this.units = units;
    this.words = words;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void warned(CaseNo caseNo, DeadlineClocks.DeadlineClock deadline, int nth) {
    // the task's due date is already first in the list of those who have it
  }

  @Override
  public void breached(CaseNo caseNo, DeadlineClocks.DeadlineClock deadline) {
    Optional<CaseSummary> file = cases.getObject().find(caseNo);
    if (file.isEmpty()) {
      return;
    }
    // the municipality has no unit leaders here: its coordinating unit sees to it
    Role role = file.get().kind() == CaseKind.CLINIC ? Role.UNIT_LEAD : Role.COORDINATING_UNIT;
    house.add(
        new HouseWork.Item(
            "deadline-passed",
            role,
            units.getObject().unitFor(role, caseNo, null),
            null,
            caseNo,
            title(deadline),
            OsloTime.endOf(OsloTime.dateOf(clock.instant())),
            "/cases/" + caseNo + "/overview",
            "deadline-passed:"
                + deadline.family()
                + ":"
                + deadline.subject()
                + ":"
                + deadline.dueOn(),
            false));
  }

  private LocalText title(DeadlineClocks.DeadlineClock deadline) {
    return new LocalText(
        title(deadline, Language.EN), title(deadline, Language.NN), title(deadline, Language.NB));
  }

  private String title(DeadlineClocks.DeadlineClock deadline, Language language) {
    return messages.getMessage(
        "worklist.breach.title",
        new Object[] {words.getObject().name(deadline, language)},
        language.locale());
  }
}
