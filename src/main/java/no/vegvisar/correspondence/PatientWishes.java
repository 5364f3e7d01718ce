package no.vegvisar.correspondence;

import java.util.List;
import java.util.Optional;
import no.vegvisar.access.Actor;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.Role;
import no.vegvisar.patient.LetterChannels;
import no.vegvisar.patient.LetterChannels.Wish;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the patient of a clinic's case wants letters: told by those who talk with the patient. */
@Service
@Transactional
public class PatientWishes {

  private static final List<Role> MAY_TELL =
      List.of(Role.INTAKE, Role.ASSESSOR, Role.THERAPIST, Role.DOCTOR);

  private final LetterChannels channels;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseAccess access;
  private final CurrentActor current;

  PatientWishes(
      LetterChannels channels,
      CaseFiles cases,
      CaseLedger ledger,
      CaseAccess access,
      CurrentActor current) {
    this.channels = channels;
    this.cases = cases;
    this.ledger = ledger;
    this.access = access;
    this.current = current;
  }

  @Transactional(readOnly = true)
  public Optional<Wish> of(CaseNo caseNo) {
    return channels.of(cases.get(caseNo).personId());
  }

  @Transactional(readOnly = true)
  public boolean may(CaseNo caseNo) {
    Actor actor = current.get();
    return cases.get(caseNo).kind() == CaseKind.CLINIC
        && MAY_TELL.stream().anyMatch(actor::holds)
        && access.decide(caseNo, Thing.LETTER).content();
  }

  /** Keeps it for what is sent from now on; the same wish again changes nothing. */
  public void choose(CaseNo caseNo, Wish wish) {
    access.require(caseNo, Thing.LETTER);
    if (!may(caseNo)) {
      throw new NoAccessException(Refusal.of("correspondence.refusal.channel"));
    }
    ledger.lock(caseNo);
    CaseSummary file = cases.get(caseNo);
    if (channels.choose(file.personId(), wish)) {
      ledger.append(
          caseNo,
          new CorrespondenceEvent.ChannelChosen(wish.channel().code(), wish.source().code()));
    }
  }
}
