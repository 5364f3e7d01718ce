package no.vegvisar.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClockRows extends JpaRepository<ClockEntity, UUID> {

  Optional<ClockEntity> findByFamilyAndSubject(String family, String subject);

  List<ClockEntity> findByFamilyAndSubjectIn(String family, Collection<String> subjects);

  List<ClockEntity> findByResumedTrueAndStoppedAtIsNull();

  List<ClockEntity> findByCaseNo(String caseNo);

  List<ClockEntity> findByCaseNoIn(Collection<String> caseNos);
}
