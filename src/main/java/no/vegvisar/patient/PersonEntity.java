package no.vegvisar.patient;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;

@Entity
@Table(name = "person")
class PersonEntity {

  @Id UUID id;
  @Version Long version;
  String body;
  String familyName;
  String givenName;

  @Enumerated(EnumType.STRING)
  Patients.IdKind idKind;

  String nationalId;
  String idMark;
  Boolean identityConfirmed;
  LocalDate bornOn;
  String sex;
  String contact;
  String letterLanguage;
  String languageSource;

  @Enumerated(EnumType.STRING)
  Patients.Protection protection;

  LocalDate diedOn;
  String postalAddress;
  Instant createdAt;

  protected PersonEntity() {}

  static PersonEntity named(String body, Patients.NewPerson person, NationalId id, Instant now) {
    PersonEntity made = new PersonEntity();
    made.id = Ids.next();
    made.body = body;
    made.takeName(person.name());
    made.idKind = person.idKind() == null ? Patients.IdKind.NONE : person.idKind();
    made.nationalId = id.digits();
    made.idMark = id.mark().name().toLowerCase(java.util.Locale.ROOT);
    made.bornOn = id.bornOn();
    made.sex = id.sex();
    made.protection = Patients.Protection.UNKNOWN;
    made.createdAt = now;
    made.learn(person);
    return made;
  }

  /** "Given Family": the last word is the family name. */
  private void takeName(String name) {
    String tidy = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    int last = tidy.lastIndexOf(' ');
    familyName = tidy.substring(last + 1);
    givenName = last < 0 ? "" : tidy.substring(0, last);
  }

  /** What a newer referral knows goes over what was known; what it leaves open stays. */
  void learn(Patients.NewPerson person) {
    if (person.contact() != null && !person.contact().isBlank()) {
      contact = person.contact();
    }
    if (person.letterLanguage() != null) {
      letterLanguage = person.letterLanguage().code();
      languageSource = person.languageSource();
    } else if (languageSource == null) {
      languageSource = person.languageSource();
    }
  }

  boolean named(String name) {
    String tidy = name == null ? "" : name.strip().replaceAll("\\s+", " ");
    return tidy.equalsIgnoreCase((givenName + " " + familyName).strip());
  }

  Patients.Person view() {
    return new Patients.Person(
        id,
        body,
        familyName,
        givenName,
        idKind,
        nationalId,
        identityConfirmed,
        bornOn,
        sex,
        contact,
        letterLanguage == null ? null : Language.ofCode(letterLanguage),
        languageSource,
        protection,
        diedOn,
        protection.hidesAddress() ? null : postalAddress);
  }
}
