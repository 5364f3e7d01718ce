package no.vegvisar.demo;

import no.vegvisar.engine.Models;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.modelling.ModelDesk;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Changed tables on their way: one came back with a comment, one waits for the second person. */
@Component
@Profile({"demo", "test"})
class DemoDrafts {

  private final DemoWalk walk;
  private final ModelDesk desk;
  private final Models models;
  private final MovableClock clock;

  DemoDrafts(DemoWalk walk, ModelDesk desk, Models models, MovableClock clock) {
    this.walk = walk;
    this.desk = desk;
    this.models = models;
    this.clock = clock;
  }

  void add(DemoTime time) {
    clock.setTo(DemoTime.at(time.calendar(-7), 13, 0));
    var returned =
        walk.as(
            "process-editor",
            () ->
                desk.send(
                        "referral-completeness",
                        changed(
                            "referral-completeness",
                            "and so is a letter.",
                            "and so is a letter or a call."),
                        "Intake writes down what the referrer says on the phone",
                        "browser",
                        null,
                        "demo-completeness")
                    .value());
    clock.setTo(DemoTime.at(time.calendar(-6), 9, 0));
    walk.as(
        "process-approver",
        () ->
            desk.decide(returned, false, "Who wrote it down, and when? Say so in the row.")
                .value());
    clock.setTo(DemoTime.at(time.calendar(-3), 10, 0));
    walk.as(
        "process-editor",
        () ->
            desk.send(
                    "referral-routing",
                    changed(
                        "referral-routing",
                        "Molde and Ålesund are one trust.",
                        "Molde and Ålesund are one trust; a referral to both is one referral."),
                    "Double referrals were sent on by hand",
                    "browser",
                    null,
                    "demo-routing")
                .value());
  }

  private String changed(String key, String before, String after) {
    String shipped = models.source(key, 1).orElseThrow();
    if (!shipped.contains(before)) {
      throw new IllegalStateException(key + " has no such words any more");
    }
    return shipped.replace(before, after);
  }
}
