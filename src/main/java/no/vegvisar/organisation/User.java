package no.vegvisar.organisation;

import java.util.List;
import no.vegvisar.kernel.Language;

/**
 * Someone who can sign in.
 *
 * @param language what they chose to read, or null: the unit's default
 * @param grants all grants, also ended ones; never null
 */
public record User(
    UserId id,
    String userName,
    String displayName,
    String body,
    Language language,
    List<RoleGrant> grants) {}
