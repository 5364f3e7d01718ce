package no.vegvisar.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Organisations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LegalBaseService implements LegalBases {

  /** Units of a municipality that are not health personnel, or must hear by consent. */
  private static final Set<String> CONSENT_ONLY_UNITS = Set.of("nav-sosial", "integrering", "rop");

  private final LegalBaseRows rows;
  private final Persons persons;
  private final Organisations organisations;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LegalBaseService(
      LegalBaseRows rows,
      Persons persons,
      Organisations organisations,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.persons = persons;
    this.organisations = organisations;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public UUID record(
      UUID personId,
      Kind kind,
      String recipientBody,
      String recipientUnit,
      String purpose,
      Set<String> categories,
      LocalDate until,
      String givenAs,
      String limits) {
    Actor actor = currentActor.get();
    if (actor.isSystem()) {
      throw new IllegalStateException("a legal base is recorded by a person");
    }
    if (!lawfulKinds(recipientBody, recipientUnit).contains(kind)) {
      throw new IllegalArgumentException("kind of base not lawful for this recipient");
    }
    if (!persons.existsById(personId)) {
      throw new IllegalArgumentException("no such person");
    }
    LegalBaseEntity base = new LegalBaseEntity();
    base.id = Ids.next();
    base.personId = personId;
    base.kind = kind;
    base.recipientBody = Objects.requireNonNullElse(recipientBody, "next-of-kin");
    base.recipientUnit = recipientUnit;
    base.purpose = purpose;
    base.categories = String.join(",", categories);
    base.recordedAt = clock.instant();
    base.recordedBy = actor.id().value();
    base.validFrom = OsloTime.dateOf(base.recordedAt);
    base.validUntil = until;
    base.givenAs = givenAs;
    base.limits = limits;
    return rows.saveAndFlush(base).id;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Kind> lawfulKinds(String recipientBody, String recipientUnit) {
    String kind =
        recipientBody == null
            ? "next-of-kin"
            : organisations.body(recipientBody).map(b -> b.kind()).orElse("unknown");
    return switch (kind) {
      case "specialist", "gp-office" -> EnumSet.allOf(Kind.class);
      case "municipality" ->
          recipientUnit != null && CONSENT_ONLY_UNITS.contains(recipientUnit)
              ? EnumSet.of(Kind.CONSENT)
              : EnumSet.allOf(Kind.class);
      // child welfare, the county governor, the tribunal: consent, or a named person's documented
      // duty
      case "authority" -> EnumSet.of(Kind.CONSENT, Kind.DUTY_DOCUMENTED);
      default -> EnumSet.of(Kind.CONSENT);
    };
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Base> standing(
      UUID personId, String recipientBody, String recipientUnit, String purpose) {
    LocalDate today = OsloTime.dateOf(clock.instant());
    return rows.findByPersonIdOrderByRecordedAt(personId).stream()
        .filter(b -> b.standsOn(today))
        .filter(
            b ->
                b.recipientBody.equals(recipientBody)
                    && Objects.equals(b.recipientUnit, recipientUnit))
        .filter(b -> b.purpose.equals(purpose))
        .filter(b -> lawfulKinds(recipientBody, recipientUnit).contains(b.kind))
        .map(LegalBaseEntity::view)
        .reduce((older, newer) -> newer);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Base> of(UUID personId) {
    return rows.findByPersonIdOrderByRecordedAt(personId).stream()
        .map(LegalBaseEntity::view)
        .toList();
  }

  @Override
  public void withdraw(UUID baseId) {
    LegalBaseEntity base =
        rows.findById(baseId).orElseThrow(() -> new IllegalArgumentException("no such legal base"));
    if (base.withdrawnAt != null) {
      return;
    }
    base.withdrawnAt = clock.instant();
    base.withdrawnBy = currentActor.get().id().value();
    rows.saveAndFlush(base);
    events.publishEvent(
        new BaseWithdrawn(
            base.id, base.personId, base.recipientBody, base.recipientUnit, base.purpose));
  }
}
