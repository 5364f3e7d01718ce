package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;
import no.vegvisar.patient.AccessBlocks;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VegvisarTest
class CaseFilesTest {

  @Autowired CaseFiles cases;
  @Autowired CaseLedger ledger;
  @Autowired Patients patients;
  @Autowired AccessBlocks blocks;
  @Autowired CaseAccess access;
  @Autowired MyCases myCases;
  @Autowired ActingAs actingAs;

  private CaseNo open() {
    return cases.open(CaseKind.CLINIC, "hmr", "vurdering", person("Ny Prøve"));
  }

  private java.util.UUID person(String name) {
    return patients.register("hmr", new Patients.NewPerson(name, null, null, null, null, null));
  }

  @Test
  void a_new_case_has_a_neutral_number_and_lies_with_the_referral() {
    CaseSummary file = cases.get(open());

    assertThat(file.caseNo().value()).startsWith("C");
    assertThat(file.phase()).isEqualTo(Phase.REFERRAL);
    assertThat(file.open()).isTrue();
  }

  @Test
  void a_case_of_the_municipality_has_its_own_kind_of_number_and_phases() {
    var person =
        patients.register(
            "alesund", new Patients.NewPerson("Ny Prøve", null, null, null, null, null));

    CaseSummary file = cases.get(cases.open(CaseKind.MUNICIPAL, "alesund", "tildeling", person));

    assertThat(file.caseNo().municipal()).isTrue();
    assertThat(file.phase()).isEqualTo(Phase.APPLICATION);
  }

  @Test
  void a_second_therapist_takes_the_place_of_the_first() {
    CaseNo caseNo = open();
    UserId first = actingAs.actor("therapist").id();
    UserId second = actingAs.actor("therapist-2").id();

    cases.assign(caseNo, Role.THERAPIST, first);
    cases.assign(caseNo, Role.THERAPIST, second);

    assertThat(cases.member(caseNo, Role.THERAPIST)).contains(second);
    assertThat(cases.members(caseNo))
        .filteredOn(m -> m.user().equals(first))
        .allMatch(m -> m.until() != null);
    assertThat(ledger.entries(caseNo))
        .extracting(LedgerEntry::type)
        .endsWith("casefile.member-left/1", "casefile.member-named/1");
  }

  @Test
  void the_team_sees_the_case_and_the_one_who_left_does_not() {
    CaseNo caseNo = open();
    cases.assign(caseNo, Role.THERAPIST, actingAs.actor("therapist").id());
    assertThat(mayOpen("therapist", caseNo)).isTrue();

    cases.assign(caseNo, Role.THERAPIST, actingAs.actor("therapist-2").id());

    assertThat(mayOpen("therapist", caseNo)).isFalse();
    assertThat(mayOpen("therapist-2", caseNo)).isTrue();
  }

  @Test
  void a_patients_block_keeps_a_member_of_the_team_out_until_it_is_lifted() {
    CaseNo caseNo = open();
    UserId therapist = actingAs.actor("therapist").id();
    cases.assign(caseNo, Role.THERAPIST, therapist);

    var block =
        actingAs.user(
            "intake",
            () ->
                blocks.block(
                    cases.get(caseNo).personId(),
                    AccessBlocks.Target.USER,
                    therapist.value(),
                    Thing.CLINICAL_CONTENT));
    assertThat(
            actingAs.user(
                "therapist", () -> access.decide(caseNo, Thing.CLINICAL_CONTENT).allowed()))
        .isFalse();
    assertThat(mayOpen("therapist", caseNo)).isTrue();

    actingAs.user("intake", () -> blocks.lift(block));
    assertThat(
            actingAs.user(
                "therapist", () -> access.decide(caseNo, Thing.CLINICAL_CONTENT).allowed()))
        .isTrue();
  }

  @Test
  void search_finds_by_name_and_number_only_what_the_reader_has_a_tie_to() {
    var person = person("Sjeldan Søkeprøve");
    CaseNo caseNo = cases.open(CaseKind.CLINIC, "hmr", "vurdering", person);

    assertThat(actingAs.user("intake", () -> myCases.search("søkeprøve, sj")))
        .extracting(CaseSummary::caseNo)
        .contains(caseNo);
    assertThat(actingAs.user("intake", () -> myCases.search(caseNo.value()))).hasSize(1);
    assertThat(actingAs.user("therapist", () -> myCases.search("Søkeprøve"))).isEmpty();
    assertThat(actingAs.user("addiction-consultant", () -> myCases.search(caseNo.value())))
        .isEmpty();
  }

  @Test
  void a_closed_case_keeps_its_reason_and_is_closed_once() {
    CaseNo caseNo = open();

    cases.close(caseNo, "forwarded");
    cases.close(caseNo, "closed");

    assertThat(cases.get(caseNo).closeReason()).isEqualTo("forwarded");
    assertThat(cases.get(caseNo).phase()).isEqualTo(Phase.CLOSED);
    assertThat(ledger.verify(caseNo).whole()).isTrue();
  }

  private boolean mayOpen(String user, CaseNo caseNo) {
    return actingAs.user(user, () -> access.decide(caseNo, Thing.CASE_SUMMARY).allowed());
  }
}
