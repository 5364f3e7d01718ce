package no.vegvisar.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Worries told in referrals. */
interface AcuteWorries extends Repository<AcuteWorry, UUID> {

  AcuteWorry save(AcuteWorry worry);

  Optional<AcuteWorry> findByCaseNo(String caseNo);

  List<AcuteWorry> findByCaseNoInAndSettledAtIsNull(Collection<String> caseNos);

  List<AcuteWorry> findBySettledAtIsNullAndReadFromBefore(Instant at);
}
