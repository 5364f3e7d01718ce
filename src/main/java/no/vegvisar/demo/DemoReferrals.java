package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.form.Drafts;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.MovableClock;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.referral.WorryPages;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cases that have only come in, and the drafts a referrer has not sent yet (cast §4.2). */
@Component
@Profile({"demo", "test"})
class DemoReferrals {

  private final DemoWalk walk;
  private final DemoStages stages;
  private final Drafts drafts;
  private final WorryPages worries;
  private final MovableClock clock;

  DemoReferrals(
      DemoWalk walk, DemoStages stages, Drafts drafts, WorryPages worries, MovableClock clock) {
    this.walk = walk;
    this.stages = stages;
    this.drafts = drafts;
    this.worries = worries;
    this.clock = clock;
  }

  void unregistered(DemoTime time) {
    stages.referred(
        new Person(
            "Blid Fjellrev",
            "14838411313",
            "unknown",
            "gp",
            "alcohol",
            "Drikk i helgene, vil slutte",
            "Eg vil ha nokon å snakke med"),
        at(time.friday(), 15, 40));
    clock.setTo(at(time.friday(), 16, 35));
    walk.takeDown(
        "channel",
        "phone",
        "firstReceipt",
        stamp(at(time.friday(), 16, 30)),
        "senderPhone",
        "70 00 00 00",
        "referrerKind",
        "self",
        "reason",
        "Ringde sjølv og bad om hjelp; ville ikkje seie namnet",
        "riskConcern",
        "yes");
    walk.takeDown(
        "channel",
        "post",
        "firstReceipt",
        stamp(at(time.friday(), 9, 5)),
        "unit",
        "aalesund",
        "patientName",
        "Lun Lyngmark",
        "senderName",
        "Klok Kråkefot",
        "senderBody",
        "Skogen legesenter",
        "senderAddress",
        "Skogvegen 3\n6015 Ålesund",
        "referrerKind",
        "gp",
        "reason",
        "Sjå det skanna brevet");
  }

  private static String stamp(Instant at) {
    return OsloTime.dateTimeOf(at).toString();
  }

  void asked(DemoTime time) {
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Stille Nattergal",
                "27899124265",
                "nb",
                "gp",
                "prescription",
                "Økende bruk av beroligende",
                "Jeg vil trappe ned uten å bli syk"),
            at(time.working(-6), 10, 0),
            "allergies",
            "unknown");
    stages.registered(caseNo, at(time.working(-6), 10, 0), time.working(-4));
    walk.until(at(time.working(-1), 15, 0), caseNo);
  }

  /** Child welfare tells of worry in its own words; who is on duty reads it the same day. */
  void minor(DemoTime time) {
    clock.setTo(at(time.working(-5), 9, 0));
    walk.as(
        "signer",
        () ->
            worries.setDuty(
                time.working(-5),
                null,
                DemoUsers.idOf("signer").value(),
                DemoUsers.idOf("signer-2").value()));
    CaseNo caseNo =
        stages.referred(
            new Person(
                "Spretten Kalv",
                "03891161327",
                "unknown",
                "childWelfare",
                "cannabis",
                "15 år, uro frå barnevernet",
                "Eg vil at dei skal slutte å mase"),
            at(time.working(-3), 14, 0),
            "riskConcern",
            "unknown",
            "riskWords",
            "Søv lite og har slutta å svare på meldingar. Eg er redd for han.");
    clock.setTo(at(time.working(-3), 14, 25));
    walk.as(
        "signer",
        () ->
            worries.settle(
                caseNo, "Ringt barnevernet 14.20. Trygg i kveld hos tanta, ny telefon i morgon."));
    stages.registered(caseNo, at(time.working(-3), 14, 0), time.working(-2));
  }

  void draftsOfTheWalk(DemoTime time) {
    clock.setTo(at(time.friday(), 14, 0));
    Person first =
        new Person(
            "Frisk Morgensol",
            "16878729068",
            "nn",
            "gp",
            "alcohol",
            "",
            "Eg vil slutte å drikke og sove om natta");
    Person second =
        new Person(
            "Ny Nordavind",
            "02917930530",
            "nb",
            "gp",
            "alcohol",
            "Ønsker hjelp til å slutte",
            "Jeg vil ha en hverdag uten alkohol");
    for (Person person : List.of(first, second)) {
      Map<String, Object> answers = walk.referral(person);
      answers.values().removeIf(""::equals);
      if (person == first) {
        answers.put("allergies", "unknown");
        answers.put("minorChildren", "unknown");
      }
      drafts.save(DemoUsers.idOf("referrer"), "refer-patient", null, 0, walk.write(answers));
    }
  }
}
