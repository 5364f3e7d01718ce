package no.vegvisar.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PatientService implements Patients {

  private static final int MOST_HITS = 50;

  private final Persons persons;
  private final Clock clock;

  PatientService(Persons persons, Clock clock) {
    this.persons = persons;
    this.clock = clock;
  }

  @Override
  public UUID register(String body, NewPerson person) {
    NationalId id = NationalId.read(person.nationalId());
    Optional<PersonEntity> known =
        switch (id.mark()) {
          case ABSENT -> Optional.empty();
          // a slip of the pen may be another person's number: the name must fit too
          case FAILING ->
              persons.findByBodyAndNationalIdOrderByCreatedAt(body, id.digits()).stream()
                  .filter(p -> p.named(person.name()))
                  .findFirst();
          case OK, SYNTHETIC -> persons.sound(body, id.digits());
        };
    if (known.isPresent()) {
      known.get().learn(person);
      return known.get().id;
    }
    return persons.saveAndFlush(PersonEntity.named(body, person, id, clock.instant())).id;
  }

  @Override
  @Transactional(readOnly = true)
  public Person get(UUID personId) {
    return entity(personId).view();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Person> all(Collection<UUID> personIds) {
    return persons.findAllById(personIds).stream()
        .map(PersonEntity::view)
        .collect(Collectors.toMap(Person::id, person -> person));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Person> find(String body, String nationalId) {
    NationalId id = NationalId.read(nationalId);
    return id.digits() == null
        ? Optional.empty()
        : persons.sound(body, id.digits()).map(PersonEntity::view);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Person> search(String body, String text) {
    String tidy = text == null ? "" : text.strip();
    if (tidy.isEmpty()) {
      return List.of();
    }
    String digits = tidy.replaceAll("\\s", "");
    String like =
        "%"
            + tidy.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_")
            + "%";
    return persons.look(body, digits, like, Limit.of(MOST_HITS)).stream()
        .map(PersonEntity::view)
        .toList();
  }

  @Override
  public void confirmIdentity(UUID personId, boolean confirmed) {
    entity(personId).identityConfirmed = confirmed;
  }

  @Override
  public void protect(UUID personId, Protection protection) {
    entity(personId).protection = protection;
  }

  @Override
  public void protectAtLeast(UUID personId, Protection protection) {
    PersonEntity person = entity(personId);
    if (protection.compareTo(person.protection) > 0) {
      person.protection = protection;
    }
  }

  @Override
  public void movedTo(UUID personId, String postalAddress) {
    entity(personId).postalAddress = tidy(postalAddress);
  }

  @Override
  public void livesAt(UUID personId, String postalAddress) {
    PersonEntity person = entity(personId);
    if (person.postalAddress == null) {
      person.postalAddress = tidy(postalAddress);
    }
  }

  private static String tidy(String address) {
    return address
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void died(UUID personId, LocalDate on) {
    entity(personId).diedOn = on;
  }

  private PersonEntity entity(UUID personId) {
    return persons
        .findById(personId)
        .orElseThrow(() -> new IllegalArgumentException("no such person"));
  }
}
