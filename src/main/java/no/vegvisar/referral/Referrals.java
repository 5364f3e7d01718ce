package no.vegvisar.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All referrals. */
interface Referrals extends Repository<Referral, UUID> {

  Referral save(Referral referral);

  Optional<Referral> findByReference(String reference);

  Optional<Referral> findByCaseNo(String caseNo);

  List<Referral> findTop200ByRegisteredAtIsNullAndStatusOrderBySeniorityAt(String status);

  Optional<Referral> findBySubmissionId(UUID submissionId);

  List<Referral> findByJoinedToOrderByReceivedAt(String joinedTo);

  List<Referral> findTop50BySentByOrderByReceivedAtDesc(String sentBy);
}
