package no.vegvisar.organisation;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface Bodies extends CrudRepository<BodyRecord, String> {

  List<BodyRecord> findAllByOrderByKey();
}
