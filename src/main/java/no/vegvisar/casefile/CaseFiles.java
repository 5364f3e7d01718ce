package no.vegvisar.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/**
 * The cases: opened, moved between phases and units, staffed, closed. Every change is written to
 * the case's ledger in the same transaction and takes the case's lock first (decisions 19).
 */
public interface CaseFiles {

  /** Opens a case and writes its first ledger event; no process is started here. */
  CaseNo open(CaseKind kind, String body, String unit, UUID personId);

  Optional<CaseSummary> find(CaseNo caseNo);

  /** The case; a fault when there is none. */
  CaseSummary get(CaseNo caseNo);

  /** Many at once; a case that is not there is left out. */
  Map<CaseNo, CaseSummary> all(Collection<CaseNo> caseNos);

  List<CaseSummary> ofPerson(UUID personId);

  /** The newest cases of a body, closed ones too; for its auditors. */
  List<CaseSummary> newest(String body, int most);

  void moveTo(CaseNo caseNo, Phase phase);

  void moveToUnit(CaseNo caseNo, String unit);

  /**
   * Names a member of the team; a second therapist replaces the first. Gives the access of a team
   * member.
   */
  void assign(CaseNo caseNo, Role as, UserId user);

  /** The present member in this role. */
  Optional<UserId> member(CaseNo caseNo, Role as);

  List<CaseMember> members(CaseNo caseNo);

  /** How many open cases have each of these on their team; what a leader sees beside a name. */
  Map<UserId, Integer> loads(Collection<UserId> users);

  void close(CaseNo caseNo, String reason);

  /** Open again in this phase and in its unit; nothing when the case is not closed. */
  void reopen(CaseNo caseNo, Phase phase);
}
