package no.vegvisar.correspondence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.patient.LetterChannels;
import no.vegvisar.patient.LetterChannels.Channel;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a letter from going by post. */
@Component
class PostHolds {

  static final String NO_ADDRESS = "no-address";

  private final LetterRows letters;
  private final CaseFiles cases;
  private final Patients patients;
  private final LetterChannels channels;

  PostHolds(LetterRows letters, CaseFiles cases, Patients patients, LetterChannels channels) {
    this.letters = letters;
    this.cases = cases;
    this.patients = patients;
    this.channels = channels;
  }

  /**
   * Why a letter to the patient may not be posted now: protected address (edge 10), death (edge
   * 12), or a patient who wants it at the desk or after a phone call; or to a sender whose address
   * nobody has said.
   */
  @Transactional(readOnly = true)
  Optional<String> of(UUID letterId) {
    LetterEntity row =
        letters
            .findById(letterId)
            .orElseThrow(() -> new IllegalStateException("no letter " + letterId));
    CaseSummary file = cases.get(row.view().caseNo());
    return Optional.ofNullable(of(List.of(row), Map.of(file.caseNo(), file)).get(letterId));
  }

  /** The same for a whole table: as many questions to the database as for one letter. */
  Map<UUID, String> of(Collection<LetterEntity> rows, Map<CaseNo, CaseSummary> files) {
    Set<UUID> receivers =
        rows.stream()
            .map(LetterEntity::view)
            .filter(l -> l.to() == To.PATIENT)
            .map(l -> files.get(l.caseNo()).personId())
            .collect(Collectors.toSet());
    Map<UUID, Patients.Person> persons = patients.all(receivers);
    Map<UUID, LetterChannels.Wish> wishes = channels.of(receivers);
    Map<UUID, String> reasons = new HashMap<>();
    for (LetterEntity row : rows) {
      Letter letter = row.view();
      CaseSummary file = files.get(letter.caseNo());
      Optional<String> why =
          letter.to() == To.PATIENT
              ? reason(
                  persons.get(file.personId()),
                  file.kind() == CaseKind.CLINIC
                      ? Optional.ofNullable(wishes.get(file.personId()))
                      : Optional.empty())
              : Optional.of(NO_ADDRESS).filter(no -> row.lacksAddress());
      why.ifPresent(w -> reasons.put(letter.id(), w));
    }
    return reasons;
  }

  private static Optional<String> reason(
      Patients.Person person, Optional<LetterChannels.Wish> wish) {
    if (person.diedOn() != null) {
      return Optional.of("died");
    }
    if (person.protection().hidesAddress()) {
      return Optional.of("protected-address");
    }
    return wish.map(LetterChannels.Wish::channel)
        .filter(c -> c == Channel.DESK || c == Channel.PHONE_FIRST)
        .map(Channel::code);
  }
}
