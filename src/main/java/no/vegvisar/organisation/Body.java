package no.vegvisar.organisation;

import no.vegvisar.kernel.Language;

/**
 * One data controller, one circle of confidentiality (cast §1.1).
 *
 * @param kind specialist, municipality, state, landlord, voluntary, authority, gp-office
 * @param organisationNumber nine digits, or null where the register gives none (S189)
 */
public record Body(
    String key, String name, String kind, String organisationNumber, Language language) {}
