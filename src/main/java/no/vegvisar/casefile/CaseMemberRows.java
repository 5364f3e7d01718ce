package no.vegvisar.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseMemberRows extends JpaRepository<CaseMemberEntity, UUID> {

  Optional<CaseMemberEntity> findByCaseNoAndRoleAndUntilAtIsNull(String caseNo, String role);

  List<CaseMemberEntity> findByCaseNoOrderByFromAt(String caseNo);

  /** A user with at least one open case. */
  interface Load {
    String getUserId();

    int getOpenCases();
  }

  @Query(
      """
      select m.userId as userId, count(distinct m.caseNo) as openCases from CaseMemberEntity m, CaseFileEntity c
      where m.userId in :users and m.untilAt is null and c.caseNo = m.caseNo and c.closedAt is null
      group by m.userId
      """)
  List<Load> openCasesOf(Collection<String> users);
}
