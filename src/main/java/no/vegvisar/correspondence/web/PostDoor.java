package no.vegvisar.correspondence.web;

import java.util.List;
import no.vegvisar.access.Actor;
import no.vegvisar.correspondence.PostDesk;
import no.vegvisar.form.WorkDoors;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From intake's list of work to the letters on paper; a warning when one came back. */
@Component
@Order(2)
class PostDoor implements WorkDoors {

  private final PostDesk desk;
  private final MessageSource messages;

  PostDoor(PostDesk desk, MessageSource messages) {
    this.desk = desk;
    this.messages = messages;
  }

  @Override
  public List<LinkView> of(Actor actor, Language language) {
    if (!actor.holds(Role.INTAKE)) {
      return List.of();
    }
    PostDesk.Lying lying = desk.lying();
    return List.of(
        new LinkView(
            messages.getMessage("correspondence.post.door", null, language.locale()),
            "/post",
            "EnvelopeClosed",
            lying.all(),
            lying.returned() > 0,
            false),
        LinkView.to(
            messages.getMessage("correspondence.call.general", null, language.locale()),
            "/calls",
            "Phone"));
  }
}
