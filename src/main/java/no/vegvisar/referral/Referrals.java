package no.vegvisar.referral;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All referrals. */
interface Referrals extends Repository<Referral, UUID> {

  Referral save(Referral referral);

  Optional<Referral> findByReference(String reference);

  Optional<Referral> findByCaseNo(String caseNo);

  List<Referral> findByCaseNoIn(Collection<String> caseNos);

  List<Referral> findTop200ByRegisteredAtIsNullAndStatusOrderBySeniorityAt(String status);

  Optional<Referral> findBySubmissionId(UUID submissionId);

  List<Referral> findByJoinedToOrderByReceivedAt(String joinedTo);

  List<Referral> findTop50BySentByOrderByReceivedAtDesc(String sentBy);

  /** Those of a sender in which something that was asked is not answered, however old they are. */
  @Query(
      """
      select r from Referral r
      where r.sentBy = :sentBy and r.status in ('RECEIVED', 'ASSESSING', 'JOINED')
        and exists (select q.id from ReferralQuestion q
                    where q.referralId = r.id and q.askedAt is not null and q.answeredAt is null)
      order by r.receivedAt
      """)
  List<Referral> asked(@Param("sentBy") String sentBy);
}
