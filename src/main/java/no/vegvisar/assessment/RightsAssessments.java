package no.vegvisar.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All rights assessments. */
interface RightsAssessments extends Repository<RightsAssessment, String> {

  RightsAssessment save(RightsAssessment assessment);

  Optional<RightsAssessment> findById(String caseNo);

  List<RightsAssessment> findByCaseNoIn(Collection<String> caseNos);

  Optional<RightsAssessment> findByCorrectedLetter(java.util.UUID letterId);

  Optional<RightsAssessment> findByPatientLetter(java.util.UUID letterId);
}
