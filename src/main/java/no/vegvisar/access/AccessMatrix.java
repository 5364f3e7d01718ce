package no.vegvisar.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import no.vegvisar.organisation.Role;

/**
 * The most a role may reach of each thing (cast §2.2). A cell opens only with a relation to the
 * case; see {@link Cell}.
 *
 * <pre>
 * -        never
 * own      what one sent or is addressed to, by a special ground
 * member   what a responsibility group shows its members
 * task     while one holds a task of this role on the case
 * team     one's own cases; also while one holds a task
 * unit     all cases now in one's unit; also as above
 * meta     all cases of one's body, heads only
 * all      all cases of one's body
 * /head    heads only: numbers, kinds, times, actors
 * +disc    besides, what was disclosed to one's body about a case of another body
 * </pre>
 *
 * For municipal roles the level is about the municipal case; of the clinic's case they see {@code
 * disc} only. What a role may change, sign or approve is decided by the modules' commands and by
 * who holds the task.
 */
final class AccessMatrix {

  enum Level {
    NONE,
    OWN,
    MEMBER,
    TASK,
    TEAM,
    UNIT,
    META,
    ALL
  }

  /** One cell: how far, with content or heads only, and whether disclosures open it too. */
  record Cell(Level level, boolean content, boolean disclosed) {

    static final Cell NEVER = new Cell(Level.NONE, false, false);

    boolean reachable() {
      return level != Level.NONE || disclosed;
    }

    static Cell of(String text) {
      if (text.equals("-")) {
        return NEVER;
      }
      boolean disclosed = text.endsWith("disc");
      String rest = disclosed ? text.replaceFirst("\\+?disc$", "") : text;
      boolean head = rest.endsWith("/head");
      String word = head ? rest.substring(0, rest.length() - "/head".length()) : rest;
      Level level =
          word.isEmpty() ? Level.NONE : Level.valueOf(word.toUpperCase(java.util.Locale.ROOT));
      return new Cell(level, !head && level != Level.META, disclosed);
    }
  }

  // CS case summary, CC clinical content, RF referral, LT letter, TP treatment plan, NO notes, RG
  // responsibility group,
  // IP individual plan, DI disclosure, AP appointment, WL waiting list, HI history, RL read log:
  // the order of Thing.
  private static final String TABLE =
      """
      role                  CS        CC        RF        LT        TP        NO    RG          IP          DI        AP    WL    HI        RL
      referrer              -         -         own       -         -         -     member      -           -         -     -     own/head  -
      intake                unit      task      unit      unit      -         own   -           -           unit/head unit  unit  unit      -
      assessor              unit      unit      unit      unit      -         own   -           -           unit      unit  unit  unit      -
      signer                unit      unit      unit      unit      -         own   -           -           unit      -     unit  unit      -
      unit-lead             unit      task      -         unit/head -         -     -           -           unit/head unit  unit  unit      -
      therapist             team      team      team      team      team      team  team        team        team      team  unit  team      -
      doctor                unit      team      team      team      team      team  team        team        team      team  unit  team      -
      psychologist          team      team      team      team      team      team  team        team        team      team  -     team      -
      lar-staff             unit      team      team      team      team      team  team        team        team      unit  unit  team      -
      group-leader          own       -         -         own       own       own   -           -           -         own   own   own       -
      child-lead            task      own       -         task      -         own   -           -           task      own   -     task      -
      addiction-consultant  unit      unit+disc unit+disc unit      disc      team  team+disc   team+disc   unit+disc team  unit  unit      -
      municipal-coordinator team      team+disc team+disc team      disc      team  team+disc   team+disc   team+disc team  own   team      -
      coordinating-unit     meta      -         -         unit      -         -     meta        meta        unit+disc -     unit  meta      -
      allocation            unit      unit      unit      unit      -         own   member      member      unit+disc -     unit  unit      -
      housing               team      -         -         team      -         team  member      member      -         team  unit  team      -
      outreach              team      team+disc -         team      -         team  member      member      -         team  -     team      -
      nav-adviser           disc      -         own       own       -         own   member      member      own+disc  -     -     own       -
      landlord              -         -         own       own       -         -     member      -           -         -     -     -         -
      process-editor        -         -         -         -         -         -     -           -           -         -     -     -         -
      process-approver      -         -         -         -         -         -     -           -           -         -     -     -         -
      auditor               meta      -         meta      meta      meta      -     meta        meta        meta      meta  meta  meta      all
      privacy-officer       meta      -         -         meta      -         -     -           -           meta      -     -     meta      all
      administrator         -         -         -         -         -         -     -           -           -         -     -     -         -
      operator              -         -         -         -         -         -     -           -           -         -     -     -         -
      """;

  private static final Map<Role, Map<Thing, Cell>> CELLS = read();

  private AccessMatrix() {}

  static Cell cell(Role role, Thing thing) {
    return CELLS.get(role).get(thing);
  }

  private static Map<Role, Map<Thing, Cell>> read() {
    var rows = new HashMap<Role, Map<Thing, Cell>>();
    TABLE
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .forEach(
            words -> {
              var row = new EnumMap<Thing, Cell>(Thing.class);
              for (Thing thing : Thing.values()) {
                row.put(thing, Cell.of(words[thing.ordinal() + 1]));
              }
              rows.put(Role.ofCode(words[0]).orElseThrow(), row);
            });
    for (Role role : Role.values()) {
      if (!rows.containsKey(role)) {
        throw new IllegalStateException("the access matrix has no row for " + role.code());
      }
    }
    return rows;
  }
}
