package no.vegvisar.referral;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What referrals lacked. */
interface ReferralQuestions extends Repository<ReferralQuestion, UUID> {

  ReferralQuestion save(ReferralQuestion question);

  List<ReferralQuestion> findByReferralIdOrderByItem(UUID referralId);

  List<ReferralQuestion> findByReferralIdInOrderByItem(Collection<UUID> referralIds);

  @Query(
      """
      select distinct r.caseNo from Referral r, ReferralQuestion q
      where q.referralId = r.id and q.askedAt is not null and q.answeredAt is null and r.answeredAt is null
      """)
  List<String> casesWithOpenQuestions();
}
