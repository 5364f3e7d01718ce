package no.vegvisar.complaint.web;

import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.form.WorkDoors;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From intake's list of work to where a complaint that came by post is taken in. */
@Component
@Order(3)
class CounterDoor implements WorkDoors {

  private final MessageSource messages;

  CounterDoor(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public List<LinkView> of(Actor actor, Language language) {
    return actor.holds(Role.INTAKE)
        ? List.of(
            LinkView.to(
                messages.getMessage("complaint.counter.door", null, language.locale()),
                "/complaints",
                "Gavel"))
        : List.of();
  }
}
