package no.vegvisar.patient;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Persons extends JpaRepository<PersonEntity, UUID> {

  List<PersonEntity> findByBodyAndNationalIdOrderByCreatedAt(String body, String nationalId);

  @Query(
      """
      select p from PersonEntity p
      where p.body = :body and (p.nationalId = :digits
        or lower(concat(p.givenName, ' ', p.familyName)) like :like escape '!'
        or lower(concat(p.familyName, ' ', p.givenName)) like :like escape '!'
        or lower(concat(p.familyName, ', ', p.givenName)) like :like escape '!')
      order by p.familyName, p.givenName, p.id
      """)
  List<PersonEntity> look(String body, String digits, String like, Limit limit);

  default Optional<PersonEntity> sound(String body, String nationalId) {
    return findByBodyAndNationalIdOrderByCreatedAt(body, nationalId).stream()
        .filter(p -> !"failing".equals(p.idMark))
        .findFirst();
  }
}
