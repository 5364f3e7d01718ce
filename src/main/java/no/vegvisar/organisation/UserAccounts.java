package no.vegvisar.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UserAccounts extends JpaRepository<UserAccount, String> {

  @EntityGraph(attributePaths = "grants")
  Optional<UserAccount> findByUserName(String userName);

  @EntityGraph(attributePaths = "grants")
  @Query(
      """
      select distinct u from UserAccount u join u.grants g
      where g.role = :role and g.unit = :unit and g.fromDate <= :day and (g.untilDate is null or g.untilDate >= :day)
      """)
  List<UserAccount> holders(String role, String unit, LocalDate day);
}
