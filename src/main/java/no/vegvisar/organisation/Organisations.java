package no.vegvisar.organisation;

import java.util.List;
import java.util.Optional;

/**
 * The register of bodies and units (S2, S27, S187–S189). Keys are fixed words: {@code hmr}, {@code
 * vurdering}.
 */
public interface Organisations {

  Optional<Body> body(String key);

  Optional<Unit> unit(String key);

  List<Unit> unitsOf(String body);

  /**
   * The circle of confidentiality a unit belongs to: the key of its body, or its own key when it
   * has a circle of its own inside the body, as NAV's municipal part has. Empty for an unknown
   * unit.
   */
  Optional<String> circleOf(String unit);
}
