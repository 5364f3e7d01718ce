package no.vegvisar.organisation;

import java.util.List;
import java.util.Optional;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class RegisteredOrganisations implements Organisations {

  private final Bodies bodies;
  private final Units units;

  RegisteredOrganisations(Bodies bodies, Units units) {
    this.bodies = bodies;
    this.units = units;
  }

  @Override
  public Optional<Body> body(String key) {
    return key == null ? Optional.empty() : bodies.findById(key).map(BodyRecord::toBody);
  }

  @Override
  public Optional<Unit> unit(String key) {
    return key == null ? Optional.empty() : units.findById(key).map(UnitRecord::toUnit);
  }

  @Override
  public List<Unit> unitsOf(String body) {
    return units.findByBodyOrderByKey(body).stream().map(UnitRecord::toUnit).toList();
  }

  @Override
  public Optional<String> circleOf(String unit) {
    return unit == null ? Optional.empty() : units.findById(unit).map(UnitRecord::circle);
  }

  /**
   * Registers a body with its first unit; a wrong organisation number is refused, a missing one is
   * not (S189).
   */
  @Transactional
  Outcome<Body> register(Body body, Unit first, boolean demo) {
    String number = body.organisationNumber();
    if (number != null && !OrganisationNumber.isValid(number)) {
      return Outcome.refused(Refusal.of("organisation.refusal.number").at("organisationNumber"));
    }
    if (bodies.existsById(body.key()) || units.existsById(first.key())) {
      return Outcome.refused(Refusal.of("organisation.refusal.taken").at("key"));
    }
    bodies.save(BodyRecord.of(body, demo));
    units.save(UnitRecord.of(first));
    return Outcome.done(body);
  }
}
