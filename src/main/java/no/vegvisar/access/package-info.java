/**
 * Access: who may see what of a case, the log of every opening, and signing in.
 *
 * <p>{@link no.vegvisar.access.CaseAccess} asks three things in turn. The matrix ({@code
 * AccessMatrix}) says the most a role may ever reach; the relations that modules tell ({@link
 * no.vegvisar.access.Relations}) say whether this person has come that far; the patient's blocks
 * ({@link no.vegvisar.access.Restriction}) cut through both, except for emergency access. An
 * opening is written to the read log and committed before anything is drawn; when it cannot be
 * written there is no page. The log is sealed by the minute.
 *
 * <p>A body reaches another body's case by disclosure, by membership of its responsibility group or
 * by having sent the referral, and never otherwise: the municipality does not read the clinic
 * (decisions 23, 27).
 *
 * <p>A session knows an opaque user id and nothing else, lives in the database and ends after
 * thirty minutes without a request. Ten failed tries in fifteen minutes close a user name for as
 * long.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"kernel", "organisation", "ui"})
package no.vegvisar.access;
