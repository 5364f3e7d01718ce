package no.vegvisar.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All meetings of assessment teams. */
interface TeamMeetings extends Repository<TeamMeeting, UUID> {

  TeamMeeting saveAndFlush(TeamMeeting meeting);

  Optional<TeamMeeting> findByUnitAndHeldOn(String unit, LocalDate heldOn);

  Optional<TeamMeeting> findFirstByUnitAndBegunAtLessThanEqualOrderByBegunAtDesc(
      String unit, Instant now);
}
