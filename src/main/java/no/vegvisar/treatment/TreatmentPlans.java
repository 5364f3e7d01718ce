package no.vegvisar.treatment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All versions of all treatment plans. */
interface TreatmentPlans extends Repository<TreatmentPlan, UUID> {

  TreatmentPlan save(TreatmentPlan plan);

  /** Newest first. */
  List<TreatmentPlan> findByCaseNoOrderByPlanVersionDesc(String caseNo);
}
