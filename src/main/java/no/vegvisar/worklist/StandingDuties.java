package no.vegvisar.worklist;

import no.vegvisar.casefile.CaseDuties;
import no.vegvisar.form.UnitOfRole;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Duties of the cases as work of the house. */
@Component
class StandingDuties implements CaseDuties {

  private final HouseWork house;
  private final ObjectProvider<UnitOfRole> units;
  private final MessageSource messages;

  StandingDuties(HouseWork house, ObjectProvider<UnitOfRole> units, MessageSource messages) {
    this.house = house;
    this.units = units;
    this.messages = messages;
  }

  @Override
  public void owed(Duty duty) {
    house.add(
        new HouseWork.Item(
            duty.kind(),
            duty.role(),
            duty.role() == null
                ? null
                : units.getObject().unitFor(duty.role(), duty.caseNo(), duty.assignee()),
            duty.assignee(),
            duty.caseNo(),
            new LocalText(
                title(duty, Language.EN), title(duty, Language.NN), title(duty, Language.NB)),
            duty.due() == null ? null : OsloTime.endOf(duty.due()),
            duty.link(),
            duty.key(),
            duty.byCause()));
  }

  private String title(Duty duty, Language language) {
    return messages.getMessage(duty.titleKey(), null, language.locale());
  }

  @Override
  public void settled(String key) {
    house.doneByKey(key);
  }
}
