package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.Test;

/** A round sees to every case, also past one that fails. */
class CaseByCaseTest {

  @Test
  void one_case_that_fails_keeps_no_other_from_being_seen_to() {
    List<CaseNo> cases =
        List.of(
            new CaseNo("C26-3126308-7"), new CaseNo("C26-2212021-1"), new CaseNo("C25-1365914-1"));
    List<CaseNo> seen = new ArrayList<>();

    CaseByCase.go(
        "round",
        cases,
        caseNo -> {
          if (caseNo.equals(cases.get(1))) {
            throw new IllegalStateException("this one cannot");
          }
          seen.add(caseNo);
        });

    assertThat(seen).containsExactly(cases.get(0), cases.get(2));
  }
}
