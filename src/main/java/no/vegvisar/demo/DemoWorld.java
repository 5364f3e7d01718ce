package no.vegvisar.demo;

import java.sql.Timestamp;
import java.util.List;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.engine.DueJobs;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo once, part by part; a start that was stopped goes on with the part after the one
 * it was making. That one is left as it is, for to make it anew would give its person two cases.
 */
@Component
@Profile({"demo", "test"})
class DemoWorld {

  private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

  private final DemoCases cases;
  private final DemoHouseWork houseWork;
  private final DemoIncidents incidents;
  private final DemoDrafts drafts;
  private final WorkingDays calendar;
  private final DueJobs jobs;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  DemoWorld(
      DemoCases cases,
      DemoHouseWork houseWork,
      DemoIncidents incidents,
      DemoDrafts drafts,
      WorkingDays calendar,
      DueJobs jobs,
      MovableClock clock,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.houseWork = houseWork;
    this.incidents = incidents;
    this.drafts = drafts;
    this.calendar = calendar;
    this.jobs = jobs;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Makes what is not made yet; returns how many parts that was. */
  int make() {
    List<String> made = jdbc.queryForList("select name from demo_marker", String.class);
    var time = new DemoTime(calendar, OsloTime.dateOf(clock.instant()));
    var parts = cases.all(time);
    parts.put("house-work", () -> houseWork.add(time));
    parts.put("incidents", () -> incidents.add(time));
    parts.put("model-drafts", () -> drafts.add(time));
    parts.keySet().removeAll(made);
    parts.keySet().removeIf(name -> cutOff(name, made));
    if (parts.isEmpty()) {
      return 0;
    }
    long began = System.nanoTime();
    LOG.info("making the demo: {} parts", parts.size());
    int done = 0;
    jobs.hold();
    try {
      for (var part : parts.entrySet()) {
        done += made(part.getKey(), part.getValue()) ? 1 : 0;
      }
    } finally {
      clock.release();
      jobs.release();
    }
    LOG.info(
        "the demo is made, {} s",
        java.time.Duration.ofNanos(System.nanoTime() - began).toSeconds());
    return done;
  }

  private static boolean cutOff(String name, List<String> made) {
    boolean cutOff = made.contains(begun(name));
    if (cutOff) {
      LOG.warn(
          "the demo's part {} was cut off while it was made and stays so; begin the demo anew with --vegvisar.demo.reset=true",
          name);
    }
    return cutOff;
  }

  private static String begun(String name) {
    return "begun:" + name;
  }

  /** One case that cannot be made must not take the others along. */
  private boolean made(String name, Runnable part) {
    mark(begun(name));
    try {
      part.run();
      clock.release();
      mark(name);
      return true;
    } catch (RuntimeException e) {
      LOG.error("the demo's part {} could not be made", name, e);
      return false;
    }
  }

  private void mark(String name) {
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "insert into demo_marker (name, at) values (?, ?)",
                name,
                Timestamp.from(clock.instant())));
  }
}
