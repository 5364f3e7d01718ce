package no.vegvisar.referral;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All emergencies. */
interface EmergencyCourses extends Repository<EmergencyCourse, String> {

  EmergencyCourse save(EmergencyCourse course);

  Optional<EmergencyCourse> findById(String caseNo);
}
