package no.vegvisar.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Answers that intake typed. */
interface AnswersTaken extends Repository<AnswerTaken, UUID> {

  AnswerTaken save(AnswerTaken taken);

  Optional<AnswerTaken> findById(UUID id);

  List<AnswerTaken> findByReferralId(UUID referralId);
}
