package no.vegvisar.casefile;

import java.time.Instant;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.UserId;

/** Someone on the team of a case; {@code until} is null while they are. */
public record CaseMember(UserId user, Role as, Instant from, Instant until) {}
