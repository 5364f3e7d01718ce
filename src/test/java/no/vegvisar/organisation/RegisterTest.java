package no.vegvisar.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of bodies and units: names may change, keys do not. */
@VegvisarTest
class RegisterTest {

  @Autowired Organisations organisations;

  @Test
  @Requirement("S2")
  void the_outpatient_clinic_is_known_by_a_key_and_named_in_both_written_standards() {
    Unit clinic = organisations.unit("poliklinikk").orElseThrow();

    assertThat(clinic.body()).isEqualTo("hmr");
    assertThat(clinic.nameNn()).isEqualTo("Rusbehandling TSB poliklinikk Ålesund");
    assertThat(clinic.nameNb()).isEqualTo("Rusbehandling TSB poliklinikk Ålesund");
    Unit above = organisations.unit(clinic.parent()).orElseThrow();
    assertThat(above.nameNn()).isEqualTo("Ålesund behandlingssenter");
    assertThat(organisations.unit("avrusing").orElseThrow())
        .satisfies(u -> assertThat(u.nameNn()).isEqualTo("Døgnseksjon for avrusing"))
        .satisfies(u -> assertThat(u.nameNb()).isEqualTo("Døgnseksjon for avrusning"));
  }
}
