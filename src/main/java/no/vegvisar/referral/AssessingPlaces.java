package no.vegvisar.referral;

import java.util.Set;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which place of the trust assesses: the patient's wish decides (pbrl 2-4; S10). Molde and Ålesund
 * are one trust, so nothing else of the case changes with it.
 */
@Service
@Transactional
class AssessingPlaces {

  static final Set<String> WITHIN = Set.of("aalesund", "molde");

  private final Referrals referrals;
  private final CaseLedger ledger;

  AssessingPlaces(Referrals referrals, CaseLedger ledger) {
    this.referrals = referrals;
    this.ledger = ledger;
  }

  /** Notes the wish; nothing when it is the same as before. */
  void wished(CaseNo caseNo, String place) {
    ledger.lock(caseNo);
    referrals
        .findByCaseNo(caseNo.value())
        .filter(referral -> !place.equals(referral.place()))
        .ifPresent(
            referral -> {
              referral.assessedAt(place);
              ledger.append(caseNo, new ReferralEvent.PlaceChosen(place));
            });
  }

  /** The wish of a joined referral holds for the case it joined. */
  void goesAlong(Referral joined, CaseNo open) {
    if (joined.place() != null && WITHIN.contains(joined.place())) {
      wished(open, joined.place());
    }
  }
}
