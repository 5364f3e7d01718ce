package no.vegvisar.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import no.vegvisar.form.FormView;

/** What many sample pages hold: deadlines, persons, steps, events, a form. */
final class SampleParts {

  private SampleParts() {}

  static final DeadlineView OVER =
      new DeadlineView(
          DeadlineView.Level.OVER,
          "1 virkedag over",
          "man. 23. nov.",
          "Lovfrist",
          DeadlineView.Kind.LAW);
  static final DeadlineView SOON =
      new DeadlineView(
          DeadlineView.Level.SOON,
          "2 virkedager igjen",
          "tors. 26. nov.",
          "Lovfrist",
          DeadlineView.Kind.LAW);
  static final DeadlineView OK =
      new DeadlineView(
          DeadlineView.Level.OK,
          "8 virkedager igjen",
          "fre. 4. des.",
          "Intern frist",
          DeadlineView.Kind.INTERNAL);
  static final PatientBannerView LYNG =
      new PatientBannerView(
          "Lyng",
          "Stødig",
          "14.03.1987",
          "39 år",
          "Mann",
          "148387 24990",
          "C26-4817302-6",
          List.of(
              new MarkView(MarkView.Kind.ADDRESS, "Fortrolig adresse"),
              new MarkView(MarkView.Kind.CHILDREN, "Barn som pårørende: 2"),
              new MarkView(MarkView.Kind.OVERDOSE, "Overdosefare")),
          true);
  static final PatientBannerView FJORDHEIM =
      new PatientBannerView(
          "Fjordheim",
          "Rolig",
          "09.06.1994",
          "32 år",
          "Kvinne",
          "098694 43406",
          "C26-2090417-1",
          List.of(
              new MarkView(MarkView.Kind.CRITICAL, "Kritisk: penicillinallergi"),
              new MarkView(MarkView.Kind.LAR, "LAR")),
          false);
  static final List<StepView> STEPS =
      List.of(
          new StepView("referral", "Henvisning", StepView.State.DONE, "3. aug."),
          new StepView(
              "assessment", "Vurdering", StepView.State.DONE, "3.–13. aug. · 8 virkedager"),
          new StepView("work-up", "Utredning", StepView.State.DONE, "24. aug.–14. sep."),
          new StepView("treatment", "Behandling", StepView.State.NOW, "fra 5. okt."),
          new StepView("follow-up", "Oppfølging", StepView.State.NEXT, null));
  static final List<EventView> EVENTS =
      List.of(
          new EventView(
              "ClipboardCheckmark",
              "warning",
              "Svarte på tilbakemelding før timen",
              "i dag 07.40 · pasienten"),
          new EventView("House", "info", "Kommunen tok imot søknad", "20. nov. 10.12 · Kari Lunde"),
          new EventView(
              "CheckmarkCircle",
              "success",
              "Rett til nødvendig helsehjelp",
              "13. aug. · Tore Hauge"));

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static FormView form(String submit) {
    return new FormView(
        json(FORM),
        json("{\"outcome\":\"right\",\"level\":[\"out\"],\"children\":[{\"name\":\"Vesle\"}]}"),
        List.of(),
        "/tasks/t4/complete",
        "3",
        "k-1",
        submit,
        "/tasks/t4/draft",
        2,
        "Utkast lagret 09.42",
        false);
  }

  private static final String FORM =
      """
      {"id":"sample","type":"default","schemaVersion":18,"components":[
       {"id":"f0","type":"text","text":"guidance","properties":{"slot":"deadline-guidance"}},
       {"id":"f1","key":"outcome","type":"radio","label":"Hva er avgjørelsen?","properties":{"cards":"true","error":"Velg hva avgjørelsen er"},"values":[{"value":"right","label":"Ja, rett til nødvendig helsehjelp","description":"Sett frist, nivå og sted"},{"value":"no","label":"Avslag","description":"Krever begrunnelse"}],"validate":{"required":true}},
       {"id":"g1","type":"group","label":"Tilbudet","conditional":{"hide":"=outcome != \\"right\\""},"components":[
        {"id":"f2","key":"level","type":"checklist","label":"Behandlingsnivå","properties":{"cols":"true"},"values":[{"value":"out","label":"Poliklinikk"},{"value":"day","label":"Dagbehandling"},{"value":"in","label":"Døgnbehandling"}],"validate":{"required":true}},
        {"id":"f3","key":"place","type":"select","label":"Behandlingssted","layout":{"row":"r1","columns":8},"values":[{"value":"a","label":"Ålesund behandlingssenter"},{"value":"m","label":"Molde behandlingssenter"}],"validate":{"required":true}},
        {"id":"f4","key":"start","type":"datetime","subtype":"date","dateLabel":"Siste frist for start","layout":{"row":"r1","columns":8},"validate":{"required":true}},
        {"id":"f5","key":"meeting","type":"datetime","subtype":"datetime","dateLabel":"Oppstartsmøte","properties":{"recommended":"true"}}]},
       {"id":"f6","key":"reason","type":"textarea","label":"Faglig begrunnelse","description":"Teksten går inn i svarbrevet.","validate":{"required":true,"maxLength":400}},
       {"id":"f7","key":"weeks","type":"number","label":"Uker","validate":{"min":1,"max":52}},
       {"id":"f8","key":"urgent","type":"checkbox","label":"Må gå raskt"},
       {"id":"d1","type":"dynamiclist","path":"children","label":"Barn","isRepeating":true,"allowAddRemove":true,"defaultRepetitions":1,"components":[
         {"id":"f9","key":"name","type":"textfield","label":"Navn","layout":{"row":"r3"},"validate":{"required":true}},
         {"id":"f10","key":"born","type":"datetime","subtype":"date","dateLabel":"Født","layout":{"row":"r3"}}]}
      ]}""";
}
