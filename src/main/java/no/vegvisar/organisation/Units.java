package no.vegvisar.organisation;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface Units extends CrudRepository<UnitRecord, String> {

  List<UnitRecord> findByBodyOrderByKey(String body);
}
