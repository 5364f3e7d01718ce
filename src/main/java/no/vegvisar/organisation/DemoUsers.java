package no.vegvisar.organisation;

import static no.vegvisar.organisation.Role.ADDICTION_CONSULTANT;
import static no.vegvisar.organisation.Role.ADMINISTRATOR;
import static no.vegvisar.organisation.Role.ALLOCATION;
import static no.vegvisar.organisation.Role.ASSESSOR;
import static no.vegvisar.organisation.Role.AUDITOR;
import static no.vegvisar.organisation.Role.COORDINATING_UNIT;
import static no.vegvisar.organisation.Role.DOCTOR;
import static no.vegvisar.organisation.Role.INTAKE;
import static no.vegvisar.organisation.Role.MUNICIPAL_COORDINATOR;
import static no.vegvisar.organisation.Role.NAV_ADVISER;
import static no.vegvisar.organisation.Role.OPERATOR;
import static no.vegvisar.organisation.Role.PROCESS_APPROVER;
import static no.vegvisar.organisation.Role.PROCESS_EDITOR;
import static no.vegvisar.organisation.Role.REFERRER;
import static no.vegvisar.organisation.Role.SIGNER;
import static no.vegvisar.organisation.Role.THERAPIST;
import static no.vegvisar.organisation.Role.UNIT_LEAD;

import java.time.LocalDate;
import java.util.List;
import no.vegvisar.kernel.Language;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The eighteen users of the demo and the tests (cast §4.1). They exist in profiles {@code demo} and
 * {@code test} only, are made before the first request and are made once. All sign in with {@value
 * #PASSWORD}. Names are adjective and noun, no person has that name. The ids are fixed, so that a
 * test may name them:
 *
 * <pre>
 * referrer              u-v7qz23  Ivrig Lerke        legekontor-demo
 * intake                u-qur6xn  Nøye Gaupe         vurdering
 * assessor              u-ghz7tg  Klar Kjelde        vurdering
 * signer                u-ftvm94  Djup Fjord         vurdering
 * signer-2              u-us2mkx  Brei Vidde         vurdering
 * unit-lead             u-3z6pgb  Stødig Varde       poliklinikk
 * therapist             u-x2turk  Varm Vårdag        poliklinikk
 * therapist-2           u-ydma44  Mild Morgon        poliklinikk
 * doctor                u-javp7g  Vaken Ugle         poliklinikk, lar
 * addiction-consultant  u-ksc9ua  Raus Rogn          psykisk-helse (refers); coordinating-unit in koordinerende
 * municipal-coordinator u-mqaadu  Fast Fyrlykt       integrering
 * allocation            u-m6jc2b  Rett Planke        tildeling
 * nav-adviser           u-36y2bj  Grei Granstokk     nav-sosial (refers)
 * process-editor        u-tguehe  Kreativ Kobbe      tsb
 * process-approver      u-snjpf8  Kritisk Krabbe     tsb
 * auditor               u-cw8uw7  Årvak Ørn          hmr
 * administrator         u-58vwhp  Ryddig Reinrose    hmr, alesund
 * operator              u-e8sx4f  Roleg Rigg         installation
 * </pre>
 *
 * Until the coordinating unit has staff of its own, the addiction consultant does its work (cast
 * §2.1).
 */
@Component
@Profile({"demo", "test"})
public class DemoUsers implements SmartInitializingSingleton {

  /** The documented password of every demo user. */
  public static final String PASSWORD = "vegvisar-demo";

  /** The body that the demo's referrer works in. */
  public static final String SURGERY = "legekontor-demo";

  /** Begins with zeros, as no number of the national register does. */
  private static final String DOCTORS_NUMBER = "0000101";

  private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

  private static final List<Person> PEOPLE =
      List.of(
          person("u-v7qz23", "referrer", "Ivrig Lerke", SURGERY, at(REFERRER, SURGERY)),
          person("u-qur6xn", "intake", "Nøye Gaupe", "hmr", at(INTAKE, "vurdering")),
          person("u-ghz7tg", "assessor", "Klar Kjelde", "hmr", at(ASSESSOR, "vurdering")),
          person(
              "u-ftvm94",
              "signer",
              "Djup Fjord",
              "hmr",
              at(SIGNER, "vurdering"),
              at(ASSESSOR, "vurdering")),
          person("u-us2mkx", "signer-2", "Brei Vidde", "hmr", at(SIGNER, "vurdering")),
          person("u-3z6pgb", "unit-lead", "Stødig Varde", "hmr", at(UNIT_LEAD, "poliklinikk")),
          person("u-x2turk", "therapist", "Varm Vårdag", "hmr", at(THERAPIST, "poliklinikk")),
          person("u-ydma44", "therapist-2", "Mild Morgon", "hmr", at(THERAPIST, "poliklinikk")),
          person(
              "u-javp7g",
              "doctor",
              "Vaken Ugle",
              "hmr",
              at(DOCTOR, "poliklinikk"),
              at(DOCTOR, "lar")),
          person(
              "u-ksc9ua",
              "addiction-consultant",
              "Raus Rogn",
              "alesund",
              at(ADDICTION_CONSULTANT, "psykisk-helse"),
              at(COORDINATING_UNIT, "koordinerende"),
              at(REFERRER, "psykisk-helse")),
          person(
              "u-mqaadu",
              "municipal-coordinator",
              "Fast Fyrlykt",
              "alesund",
              at(MUNICIPAL_COORDINATOR, "integrering")),
          person("u-m6jc2b", "allocation", "Rett Planke", "alesund", at(ALLOCATION, "tildeling")),
          person(
              "u-36y2bj",
              "nav-adviser",
              "Grei Granstokk",
              "alesund",
              at(NAV_ADVISER, "nav-sosial"),
              at(REFERRER, "nav-sosial")),
          person("u-tguehe", "process-editor", "Kreativ Kobbe", "hmr", at(PROCESS_EDITOR, "tsb")),
          person(
              "u-snjpf8", "process-approver", "Kritisk Krabbe", "hmr", at(PROCESS_APPROVER, "tsb")),
          person("u-cw8uw7", "auditor", "Årvak Ørn", "hmr", at(AUDITOR, "hmr")),
          person(
              "u-58vwhp",
              "administrator",
              "Ryddig Reinrose",
              "hmr",
              at(ADMINISTRATOR, "hmr"),
              at(ADMINISTRATOR, "alesund")),
          person(
              "u-e8sx4f", "operator", "Roleg Rigg", "installation", at(OPERATOR, "installation")));

  private final RegisteredOrganisations organisations;
  private final Staffing staffing;
  private final LocalHealthPersonnel healthPersonnel;
  private final TransactionTemplate transaction;

  DemoUsers(
      RegisteredOrganisations organisations,
      Staffing staffing,
      LocalHealthPersonnel healthPersonnel,
      TransactionTemplate transaction) {
    this.organisations = organisations;
    this.staffing = staffing;
    this.healthPersonnel = healthPersonnel;
    this.transaction = transaction;
  }

  /** One demo user; the first grant is what they are known for. */
  public record Person(
      UserId id, String userName, String displayName, String body, List<RoleGrant> grants) {

    public Role role() {
      return grants.get(0).role();
    }

    public String unit() {
      return grants.get(0).unit();
    }
  }

  /** All of them, in the order of a case's way through the house. */
  public static List<Person> people() {
    return PEOPLE;
  }

  /** The id of the demo user of this name; a fault for a name that is not theirs. */
  public static UserId idOf(String userName) {
    return PEOPLE.stream()
        .filter(p -> p.userName().equals(userName))
        .map(Person::id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a demo user"));
  }

  @Override
  public void afterSingletonsInstantiated() {
    seed();
  }

  /** Makes whoever is missing; changes nobody who is there. */
  public void seed() {
    transaction.executeWithoutResult(status -> makeMissing());
  }

  private void makeMissing() {
    if (organisations.body(SURGERY).isEmpty()) {
      organisations.register(
          new Body(SURGERY, "Legekontor Demo", "gp-office", null, Language.NB),
          new Unit(SURGERY, SURGERY, "Legekontor Demo", "Legekontor Demo", null, null, null, null),
          true);
    }
    healthPersonnel.enter(DOCTORS_NUMBER, "doctor");
    // Low cost: the password is public, and the tests sign in often.
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    for (Person person : PEOPLE) {
      if (staffing.enrol(
          person.id(), person.userName(), person.displayName(), person.body(), hash)) {
        person.grants().forEach(grant -> staffing.grant(person.id(), grant, UserId.SYSTEM).value());
        if (person.role() == REFERRER) {
          staffing.holdsNumber(person.id(), DOCTORS_NUMBER);
        }
      }
    }
  }

  private static Person person(
      String id, String userName, String displayName, String body, RoleGrant... grants) {
    return new Person(new UserId(id), userName, displayName, body, List.of(grants));
  }

  private static RoleGrant at(Role role, String unit) {
    return new RoleGrant(role, unit, SINCE, null);
  }
}
