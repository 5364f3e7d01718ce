package no.vegvisar.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What referrals lacked. */
interface ReferralQuestions extends Repository<ReferralQuestion, UUID> {

  ReferralQuestion save(ReferralQuestion question);

  List<ReferralQuestion> findByReferralIdOrderByItem(UUID referralId);
}
