package no.vegvisar.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseMemberRows extends JpaRepository<CaseMemberEntity, UUID> {

  Optional<CaseMemberEntity> findByCaseNoAndRoleAndUntilAtIsNull(String caseNo, String role);

  List<CaseMemberEntity> findByCaseNoOrderByFromAt(String caseNo);

  @Query(
      "select count(distinct m.caseNo) from CaseMemberEntity m, CaseFileEntity c"
          + " where m.userId = ?1 and m.untilAt is null and c.caseNo = m.caseNo and c.closedAt is null")
  int openCasesOf(String userId);
}
