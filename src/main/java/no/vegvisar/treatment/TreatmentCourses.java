package no.vegvisar.treatment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All courses of treatment, one per case. */
interface TreatmentCourses extends Repository<TreatmentCourse, String> {

  TreatmentCourse save(TreatmentCourse course);

  Optional<TreatmentCourse> findById(String caseNo);
}
