package no.vegvisar.municipality;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All applications. */
interface Applications extends Repository<Application, String> {

  Application save(Application application);

  Optional<Application> findById(String caseNo);

  Optional<Application> findByRequestId(String requestId);

  List<Application> findTop100ByToUnitOrderByReceivedAtDesc(String unit);

  List<Application> findTop100ByCoordinatorOrderByReceivedAtDesc(String user);

  List<Application> findTop100ByOrderByReceivedAtDesc();
}
