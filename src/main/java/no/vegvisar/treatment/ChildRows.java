package no.vegvisar.treatment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Children of all persons. */
interface ChildRows extends Repository<Child, UUID> {

  Child save(Child child);

  List<Child> findByPersonIdAndUntilAtIsNullOrderByBirthYear(UUID personId);

  List<Child> findByPersonIdInAndUntilAtIsNull(Collection<UUID> personIds);
}
