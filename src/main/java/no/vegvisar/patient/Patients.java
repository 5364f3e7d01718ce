package no.vegvisar.patient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.Language;

/**
 * Persons, one row per data controller (decisions 22). A national id may be missing or failing: it
 * is marked, never refused (decisions 29).
 */
public interface Patients {

  enum IdKind {
    FNR,
    DNR,
    HNR,
    NONE
  }

  /** From the least to the most. */
  enum Protection {
    UNKNOWN,
    NONE,
    /** The registered address is a prison's or an institution's; no protection by itself (S16). */
    CLIENT_ADDRESS,
    CONFIDENTIAL,
    STRICTLY_CONFIDENTIAL;

    /** Whether the address is neither shown nor written on anything (E10). */
    public boolean hidesAddress() {
      return compareTo(CONFIDENTIAL) >= 0;
    }
  }

  /** What is known when somebody is first named; all but the name may be null. */
  record NewPerson(
      String name,
      IdKind idKind,
      String nationalId,
      String contact,
      Language letterLanguage,
      String languageSource) {}

  /**
   * @param nationalId digits as given, or null
   * @param identityConfirmed null until intake has looked; then confirmed or not
   * @param bornOn from the id when its check digits hold, else null
   * @param sex "m", "f" or null when unknown
   * @param letterLanguage nn, nb or en; null: the sender's standard
   * @param languageSource patient, asked, unknown
   * @param diedOn or null
   * @param postalAddress where letters go, its lines as they were said; null when nobody has said,
   *     and when the address is protected, so that nobody writes it on anything
   */
  record Person(
      UUID id,
      String body,
      String familyName,
      String givenName,
      IdKind idKind,
      String nationalId,
      Boolean identityConfirmed,
      LocalDate bornOn,
      String sex,
      String contact,
      Language letterLanguage,
      String languageSource,
      Protection protection,
      LocalDate diedOn,
      String postalAddress) {

    /** As on an envelope; empty when there is none to write. */
    public List<String> addressLines() {
      return postalAddress == null ? List.of() : postalAddress.lines().toList();
    }

    /** "Given Family", as in letters; one name alone as it is. */
    public String name() {
      return givenName == null || givenName.isBlank() ? familyName : givenName + " " + familyName;
    }

    /** "Family, Given", as in lists; one name alone without a comma. */
    public String listName() {
      return givenName == null || givenName.isBlank() ? familyName : familyName + ", " + givenName;
    }
  }

  /**
   * The person of this body with that national id, made when there is none; always a new row
   * without an id.
   */
  UUID register(String body, NewPerson person);

  Person get(UUID personId);

  /** Many at once, by id; one that is not there is left out. */
  Map<UUID, Person> all(Collection<UUID> personIds);

  Optional<Person> find(String body, String nationalId);

  /** By name or national id within one body; for search, at most 50. */
  List<Person> search(String body, String text);

  void confirmIdentity(UUID personId, boolean confirmed);

  /** Sets it, up or down: for whoever has seen what stands and answers for lowering it. */
  void protect(UUID personId, Protection protection);

  /** Raises it; what stands higher stays. For whoever has not seen what stands. */
  void protectAtLeast(UUID personId, Protection protection);

  /** Where letters go from now on; how the patient is reached otherwise stays as it is. */
  void movedTo(UUID personId, String postalAddress);

  /** Where letters go as long as nobody has said anything else. */
  void livesAt(UUID personId, String postalAddress);

  void died(UUID personId, LocalDate on);
}
