package no.vegvisar.demo;

import static no.vegvisar.demo.DemoTime.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.demo.DemoWalk.Person;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.patient.LegalBases;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cases in treatment with the municipality asked: D08, D09 and D12 (cast §4.2). */
@Component
@Profile({"demo", "test"})
class DemoTreatments {

  private final DemoWalk walk;
  private final DemoStages stages;
  private final CaseFiles cases;
  private final LegalBases bases;

  DemoTreatments(DemoWalk walk, DemoStages stages, CaseFiles cases, LegalBases bases) {
    this.walk = walk;
    this.stages = stages;
    this.cases = cases;
    this.bases = bases;
  }

  void silentMunicipality(DemoTime time) {
    CaseNo caseNo =
        stages.inTreatment(
            new Person(
                "Lun Solstreif",
                "11927233411",
                "nb",
                "gp",
                "alcohol",
                "Drikker daglig, to barn hjemme",
                "Jeg vil være til stede for barna mine"),
            "yes",
            time.calendar(-70),
            time.calendar(-42),
            time.calendar(-24),
            true,
            false);
    walk.until(at(time.working(-11), 10, 0), caseNo);
    askMunicipality(caseNo, false, time);
    walk.until(at(time.working(-1), 15, 0), caseNo, stages.municipalOf("11927233411"));
  }

  void overdueEvaluation(DemoTime time) {
    CaseNo caseNo =
        stages.inTreatment(
            new Person(
                "Sterk Eikenøtt",
                "05858940984",
                "nn",
                "gp",
                "alcohol",
                "Bruk gjennom mange år",
                "Eg vil ha arbeid og ein stad å bu"),
            "no",
            time.calendar(-110),
            time.calendar(-84),
            time.calendar(-65),
            true,
            true);
    askMunicipality(caseNo, true, time);
    CaseNo municipal = stages.municipalOf("05858940984");
    walk.until(at(time.calendar(-58), 10, 0), caseNo, municipal);
    walk.evaluate(caseNo, "therapist", true);
    municipalityGrants(caseNo, municipal, time);
    groupMeets(caseNo, municipal, time);
    walk.until(at(time.working(-1), 15, 0), caseNo, municipal);
  }

  void withdrawnBase(DemoTime time) {
    CaseNo caseNo =
        stages.inTreatment(
            new Person(
                "Kvikk Elv",
                "06908135545",
                "nb",
                "nav",
                "stimulants",
                "Ønsker hjelp til å slutte",
                "Jeg vil bestemme selv hvem som vet"),
            "no",
            time.calendar(-75),
            time.calendar(-48),
            time.calendar(-30),
            true,
            false);
    walk.until(at(time.working(-15), 10, 0), caseNo);
    askMunicipality(caseNo, false, time);
    CaseNo municipal = stages.municipalOf("06908135545");
    walk.until(at(time.working(-2), 10, 0), caseNo, municipal);
    UUID person = cases.get(caseNo).personId();
    walk.as("therapist", () -> bases.of(person).forEach(b -> bases.withdraw(b.id())));
    walk.settle(caseNo, municipal);
  }

  /** The patient is informed and does not object; the request to the municipality leaves. */
  private void askMunicipality(CaseNo caseNo, boolean group, DemoTime time) {
    Map<String, Object> answers = new LinkedHashMap<>();
    DemoWalk.put(
        answers,
        "municipalFollowUpWanted",
        "yes",
        "base",
        "informedNotObjecting",
        "withForm",
        "oral",
        "until",
        time.t().plusDays(120).toString(),
        "groupWanted",
        group ? "yes" : "no");
    if (group) {
      answers.put("groupConsent", "consent");
    }
    walk.complete(caseNo, "seek-legal-base", "therapist", answers);
  }

  private void municipalityGrants(CaseNo caseNo, CaseNo municipal, DemoTime time) {
    walk.complete(
        municipal,
        "assess-application",
        "allocation",
        "serviceGranted",
        "yes",
        "services",
        List.of("followUp", "plan"),
        "from",
        time.calendar(-55).toString(),
        "reviewBy",
        time.t().plusDays(28).toString(),
        "reason",
        "Fyller vilkåra for oppfølging",
        "answerText",
        "Team integrering rus følgjer opp");
    walk.complete(
        municipal,
        "name-coordinator",
        "addiction-consultant",
        "coordinator",
        DemoUsers.idOf("municipal-coordinator").value(),
        "planOffered",
        "accepted",
        "personAgrees",
        "yes");
    walk.settle(caseNo, municipal);
    walk.complete(
        caseNo,
        "read-municipal-answer",
        "therapist",
        "meaning",
        "Fast kontakt ved sida av samtalane",
        "patientTold",
        "yes");
  }

  private void groupMeets(CaseNo caseNo, CaseNo municipal, DemoTime time) {
    walk.complete(
        caseNo,
        "invite-members",
        "therapist",
        "members",
        List.of(
            Map.of("who", "patient", "base", "consent", "gets", "full"),
            Map.of("who", "therapist", "base", "consent", "gets", "full"),
            Map.of("who", "municipality", "base", "consent", "gets", "full")),
        "firstMeeting",
        DemoWalk.local(at(time.calendar(-50), 12, 0)));
    walk.until(at(time.calendar(-50), 14, 0), caseNo, municipal);
    walk.complete(
        caseNo,
        "record-meeting",
        "therapist",
        "heldAt",
        DemoWalk.local(at(time.calendar(-50), 12, 0)),
        "attended",
        List.of("patient", "therapist", "municipality"),
        "minutes",
        "Bustad og arbeid er viktigast no",
        "promises",
        List.of(
            Map.of(
                "what",
                "Ringje utleigar",
                "owner",
                "municipality",
                "by",
                time.working(-2).toString()),
            Map.of(
                "what",
                "Skrive søknad om arbeidstrening",
                "owner",
                "patient",
                "by",
                time.working(3).toString()),
            Map.of(
                "what", "Sende kriseplan", "owner", "therapist", "by", time.working(5).toString())),
        "meetAgain",
        "yes",
        "nextMeeting",
        DemoWalk.local(at(time.working(5), 12, 0)));
  }
}
