package no.vegvisar.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseFileRows extends JpaRepository<CaseFileEntity, String> {

  List<CaseFileEntity> findByPersonIdOrderByOpenedAt(UUID personId);

  List<CaseFileEntity> findByPersonIdInOrderByOpenedAtDesc(Collection<UUID> personIds);

  List<CaseFileEntity> findByClosedAtBefore(Instant before);

  @Query(
      "select c from CaseFileEntity c where c.body = :body and c.unit in :units and c.closedAt is null order by c.openedAt desc")
  List<CaseFileEntity> inUnits(String body, Collection<String> units, Limit limit);

  @Query(
      """
      select c from CaseFileEntity c where c.caseNo in
        (select m.caseNo from CaseMemberEntity m where m.userId = :user and m.untilAt is null)
      order by c.openedAt desc
      """)
  List<CaseFileEntity> ofMember(String user, Limit limit);

  List<CaseFileEntity> findByBodyOrderByOpenedAtDesc(String body, Limit limit);
}
