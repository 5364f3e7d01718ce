package no.vegvisar.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseMemberRows extends JpaRepository<CaseMemberEntity, UUID> {

  Optional<CaseMemberEntity> findByCaseNoAndRoleAndUntilAtIsNull(String caseNo, String role);

  List<CaseMemberEntity> findByCaseNoOrderByFromAt(String caseNo);
}
