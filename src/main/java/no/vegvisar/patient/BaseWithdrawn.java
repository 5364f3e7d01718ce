package no.vegvisar.patient;

import java.util.UUID;

/**
 * A ground for disclosure was withdrawn; published in the withdrawing transaction for whoever
 * shares on it. The other side is only ever told "closed by sender" (decisions 27).
 *
 * @param recipientUnit or null
 */
public record BaseWithdrawn(
    UUID baseId, UUID personId, String recipientBody, String recipientUnit, String purpose) {}
