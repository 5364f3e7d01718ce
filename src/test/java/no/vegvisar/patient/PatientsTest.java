package no.vegvisar.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.kernel.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VegvisarTest
class PatientsTest {

  @Autowired Patients patients;
  @Autowired LegalBases bases;
  @Autowired ActingAs actingAs;

  @Test
  void a_person_is_one_row_in_each_body_and_another_row_in_another_body() {
    UUID first = patients.register("hmr", named("Kvast Kråke", "01828312308"));
    UUID again = patients.register("hmr", named("Kvast Kråke", "018283 12308"));
    UUID elsewhere = patients.register("alesund", named("Kvast Kråke", "01828312308"));

    // whatever the number says: sound or not, the same name with it is the same person
    assertThat(again).isEqualTo(first);
    assertThat(elsewhere).isNotEqualTo(first);
  }

  @Test
  @Requirement("S8")
  void a_person_under_eighteen_or_without_a_sound_number_is_taken_in() {
    Patients.Person minor =
        patients.get(patients.register("hmr", named("Ung Ugle", "03891161327")));
    Patients.Person failing =
        patients.get(patients.register("hmr", named("Feil Fugl", "12345678901")));
    Patients.Person without = patients.get(patients.register("hmr", named("Utan Nummer", null)));

    assertThat(minor.bornOn()).isEqualTo(LocalDate.of(2011, 9, 3));
    assertThat(failing.nationalId()).isEqualTo("12345678901");
    assertThat(failing.bornOn()).isNull();
    assertThat(without.nationalId()).isNull();
  }

  @Test
  void two_people_with_the_same_failing_number_stay_two() {
    UUID one = patients.register("hmr", named("Ein Person", "11111111112"));
    UUID other = patients.register("hmr", named("Annan Person", "11111111112"));

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void the_last_word_of_a_name_is_the_family_name() {
    Patients.Person person =
        patients.get(patients.register("hmr", named("  Lun  Varm Solstreif ", null)));

    assertThat(person.familyName()).isEqualTo("Solstreif");
    assertThat(person.givenName()).isEqualTo("Lun Varm");
    assertThat(person.name()).isEqualTo("Lun Varm Solstreif");
    assertThat(person.listName()).isEqualTo("Solstreif, Lun Varm");
  }

  @Test
  void who_has_one_name_alone_is_called_by_it_without_a_comma() {
    Patients.Person person = patients.get(patients.register("hmr", named("Vilje", null)));

    assertThat(person.name()).isEqualTo("Vilje");
    assertThat(person.listName()).isEqualTo("Vilje");
  }

  @Test
  void a_newer_referral_adds_what_was_not_known() {
    UUID id = patients.register("hmr", named("Sein Svale", "11111111119"));
    assertThat(patients.get(id).letterLanguage()).isNull();

    patients.register(
        "hmr",
        new Patients.NewPerson("Sein Svale", null, "11111111119", null, Language.NN, "asked"));

    assertThat(patients.get(id).letterLanguage()).isEqualTo(Language.NN);
    assertThat(patients.get(id).languageSource()).isEqualTo("asked");
  }

  @Test
  @Requirement("E10")
  void who_has_not_seen_what_stands_can_protect_an_address_more_and_not_less() {
    UUID id = patients.register("hmr", named("Skjult Skjor", null));

    patients.protectAtLeast(id, Patients.Protection.STRICTLY_CONFIDENTIAL);
    patients.protectAtLeast(id, Patients.Protection.CONFIDENTIAL);

    assertThat(patients.get(id).protection()).isEqualTo(Patients.Protection.STRICTLY_CONFIDENTIAL);
    patients.protect(id, Patients.Protection.NONE);
    assertThat(patients.get(id).protection()).isEqualTo(Patients.Protection.NONE);
  }

  @Test
  @Requirement({"S177", "S178"})
  void only_consent_opens_for_nav_the_housing_company_and_next_of_kin() {
    assertThat(bases.lawfulKinds("alesund", "nav-sosial")).containsExactly(LegalBases.Kind.CONSENT);
    assertThat(bases.lawfulKinds("nav-state", null)).containsExactly(LegalBases.Kind.CONSENT);
    assertThat(bases.lawfulKinds("eiendom-kf", null)).containsExactly(LegalBases.Kind.CONSENT);
    assertThat(bases.lawfulKinds(null, null)).containsExactly(LegalBases.Kind.CONSENT);
    assertThat(bases.lawfulKinds("alesund", "psykisk-helse"))
        .contains(LegalBases.Kind.INFORMED_NOT_OBJECTING);
  }

  @Test
  void a_base_stands_for_its_own_recipient_and_purpose_until_it_is_withdrawn() {
    UUID person = patients.register("hmr", named("Grunn Gås", null));
    UUID base =
        actingAs.user(
            "therapist",
            () ->
                bases.record(
                    person,
                    LegalBases.Kind.INFORMED_NOT_OBJECTING,
                    "alesund",
                    "psykisk-helse",
                    "follow-up-request",
                    Set.of("need", "wishes"),
                    null,
                    "oral",
                    null));

    assertThat(bases.standing(person, "alesund", "psykisk-helse", "follow-up-request")).isPresent();
    assertThat(bases.standing(person, "alesund", "tildeling", "follow-up-request")).isEmpty();
    assertThat(bases.standing(person, "alesund", "psykisk-helse", "handover")).isEmpty();

    actingAs.user("therapist", () -> bases.withdraw(base));

    assertThat(bases.standing(person, "alesund", "psykisk-helse", "follow-up-request")).isEmpty();
    assertThat(bases.of(person))
        .singleElement()
        .extracting(LegalBases.Base::withdrawnAt)
        .isNotNull();
  }

  @Test
  void an_unlawful_base_and_one_that_no_person_records_are_faults() {
    UUID person = patients.register("hmr", named("Ulov Ulv", null));

    assertThatThrownBy(
            () ->
                actingAs.user(
                    "therapist",
                    () ->
                        bases.record(
                            person,
                            LegalBases.Kind.INFORMED_NOT_OBJECTING,
                            "eiendom-kf",
                            null,
                            "handover",
                            Set.of("need"),
                            null,
                            "oral",
                            null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                bases.record(
                    person,
                    LegalBases.Kind.CONSENT,
                    "alesund",
                    "nav-sosial",
                    "handover",
                    Set.of("need"),
                    null,
                    "written",
                    null))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Patients.NewPerson named(String name, String nationalId) {
    return new Patients.NewPerson(name, Patients.IdKind.FNR, nationalId, null, null, null);
  }
}
