package no.vegvisar.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.vegvisar.organisation.UserId;

/**
 * The signed decision of a case, for the modules that come after.
 *
 * @param outcome granted, refused, adviceOnly, otherPlace
 * @param levels outpatient, day, inpatient, detox, lar, in order; empty unless granted
 * @param deadline binding start deadline (T02), null unless granted
 * @param firstAppointment or null
 * @param toldAt when the patient was told, or null
 */
public record Decision(
    String outcome,
    List<String> levels,
    String place,
    LocalDate deadline,
    Instant firstAppointment,
    UserId preparedBy,
    UserId signedBy,
    Instant signedAt,
    Instant toldAt) {}
