package no.vegvisar.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;

/** A meeting of a unit's assessment team on one day (S29). */
@Entity
@Table(name = "team_meeting")
class TeamMeeting {

  @Id private UUID id;
  @Version private Long version;
  private String unit;
  private LocalDate heldOn;
  private String present = "";
  private String professions = "";
  private String leftOut = "";
  private String agenda;
  private Instant begunAt;

  protected TeamMeeting() {}

  static TeamMeeting on(String unit, LocalDate day) {
    var meeting = new TeamMeeting();
    meeting.id = Ids.next();
    meeting.unit = unit;
    meeting.heldOn = day;
    return meeting;
  }

  void takes(Collection<String> present, Collection<String> professions, List<CaseNo> leftOut) {
    this.present = String.join(",", present);
    this.professions = String.join(",", professions);
    this.leftOut = join(leftOut);
  }

  void begins(List<CaseNo> cases, Instant at) {
    agenda = join(cases);
    begunAt = at;
  }

  long version() {
    return version == null ? 0 : version;
  }

  LocalDate heldOn() {
    return heldOn;
  }

  List<String> present() {
    return split(present);
  }

  List<String> professions() {
    return split(professions);
  }

  List<CaseNo> leftOut() {
    return split(leftOut).stream().map(CaseNo::new).toList();
  }

  /** Empty before the meeting has begun. */
  List<CaseNo> agenda() {
    return agenda == null ? List.of() : split(agenda).stream().map(CaseNo::new).toList();
  }

  boolean begun() {
    return begunAt != null;
  }

  private static String join(List<CaseNo> cases) {
    return String.join(",", cases.stream().map(CaseNo::value).toList());
  }

  private static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}
