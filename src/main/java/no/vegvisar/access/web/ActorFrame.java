package no.vegvisar.access.web;

import static no.vegvisar.organisation.Role.ADDICTION_CONSULTANT;
import static no.vegvisar.organisation.Role.ALLOCATION;
import static no.vegvisar.organisation.Role.ASSESSOR;
import static no.vegvisar.organisation.Role.AUDITOR;
import static no.vegvisar.organisation.Role.CHILD_LEAD;
import static no.vegvisar.organisation.Role.COORDINATING_UNIT;
import static no.vegvisar.organisation.Role.DOCTOR;
import static no.vegvisar.organisation.Role.HOUSING;
import static no.vegvisar.organisation.Role.INTAKE;
import static no.vegvisar.organisation.Role.LAR_STAFF;
import static no.vegvisar.organisation.Role.MUNICIPAL_COORDINATOR;
import static no.vegvisar.organisation.Role.NAV_ADVISER;
import static no.vegvisar.organisation.Role.OUTREACH;
import static no.vegvisar.organisation.Role.PRIVACY_OFFICER;
import static no.vegvisar.organisation.Role.PSYCHOLOGIST;
import static no.vegvisar.organisation.Role.REFERRER;
import static no.vegvisar.organisation.Role.SIGNER;
import static no.vegvisar.organisation.Role.THERAPIST;
import static no.vegvisar.organisation.Role.UNIT_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.organisation.Role;
import no.vegvisar.ui.FrameSource;
import no.vegvisar.ui.PageFrame;
import no.vegvisar.ui.PageFrame.NavItem;
import no.vegvisar.ui.PersonView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The page frame for whoever is signed in: the areas their roles have, and no door that leads
 * nowhere.
 */
@Component
class ActorFrame implements FrameSource {

  /** One area of the top bar; an empty set of roles means everybody on the staff. */
  private record Area(String key, String href, Set<Role> roles) {}

  private static final Area CASES =
      new Area(
          "cases",
          "/cases",
          Set.of(
              INTAKE,
              ASSESSOR,
              SIGNER,
              UNIT_LEAD,
              THERAPIST,
              DOCTOR,
              PSYCHOLOGIST,
              LAR_STAFF,
              CHILD_LEAD,
              ADDICTION_CONSULTANT,
              MUNICIPAL_COORDINATOR,
              COORDINATING_UNIT,
              ALLOCATION,
              HOUSING,
              OUTREACH));

  private static final List<Area> AREAS =
      List.of(
          new Area("tasks", "/tasks", Set.of()),
          new Area(
              "inbox",
              "/inbox",
              Set.of(
                  ADDICTION_CONSULTANT,
                  MUNICIPAL_COORDINATOR,
                  COORDINATING_UNIT,
                  ALLOCATION,
                  HOUSING,
                  OUTREACH,
                  NAV_ADVISER)),
          CASES,
          new Area("meeting", "/meeting", Set.of(ASSESSOR, SIGNER)),
          new Area("referrals", "/referrals", Set.of(REFERRER, INTAKE)),
          new Area("post", "/post", Set.of(INTAKE)),
          new Area("returns", "/returns", Set.of(DOCTOR)),
          new Area("processes", "/processes", Set.of()),
          new Area("audit", "/audit", Set.of(AUDITOR, PRIVACY_OFFICER)));

  private final CurrentActor current;
  private final Organisations organisations;
  private final MessageSource messages;
  private final LocaleResolver locales;
  private final boolean demo;

  ActorFrame(
      CurrentActor current,
      Organisations organisations,
      MessageSource messages,
      LocaleResolver locales,
      ObjectProvider<DemoUsers> demoUsers) {
    this.current = current;
    this.organisations = organisations;
    this.messages = messages;
    this.locales = locales;
    this.demo = demoUsers.getIfAvailable() != null;
  }

  @Override
  public PageFrame frame(HttpServletRequest request) {
    var locale = locales.resolveLocale(request);
    Language language = Language.of(locale);
    Actor actor = current.get();
    Optional<Actor.Held> first = actor.held().stream().findFirst();
    if (first.isEmpty()) {
      return PageFrame.anonymous(demo, language.code());
    }
    return new PageFrame(
        place(actor, first.get().unit(), language),
        actor.displayName(),
        messages.getMessage("organisation.role." + first.get().role().code(), null, locale),
        PersonView.initials(actor.displayName()),
        areas(actor, request.getServletPath()),
        demo,
        language.code(),
        CASES.roles().stream().anyMatch(actor::holds) ? "/cases/search" : null);
  }

  private String place(Actor actor, String unit, Language reader) {
    Language own = organisations.body(actor.body()).map(Body::language).orElse(Language.NB);
    return organisations.unit(unit).map(found -> Names.unit(found, reader, own)).orElse("");
  }

  private static List<NavItem> areas(Actor actor, String path) {
    var items = new ArrayList<NavItem>();
    for (Area area : AREAS) {
      if (area.roles().isEmpty() || area.roles().stream().anyMatch(actor::holds)) {
        boolean here = path.equals(area.href()) || path.startsWith(area.href() + "/");
        items.add(new NavItem(area.key(), area.href(), here, null));
      }
    }
    return items;
  }
}
