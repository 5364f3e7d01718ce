package no.vegvisar.organisation;

/**
 * A unit of a body (cast §1.2, §1.3). What the register does not give is null and shows as nothing.
 *
 * @param nameNn name in nynorsk, never null
 * @param nameNb name in bokmål, never null
 * @param parent key of the unit above, or null
 * @param address postal address on one line, or null
 * @param phone or null
 */
public record Unit(
    String key,
    String body,
    String nameNn,
    String nameNb,
    String parent,
    String address,
    String phone,
    String hours) {}
