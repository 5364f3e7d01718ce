package no.vegvisar.ui;

import static no.vegvisar.ui.SampleParts.EVENTS;
import static no.vegvisar.ui.SampleParts.SOON;
import static no.vegvisar.ui.SampleParts.STEPS;
import static no.vegvisar.ui.SampleParts.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.municipality.web.InboxView;
import no.vegvisar.referral.web.NewReferralView;
import no.vegvisar.referral.web.ReferralListView;
import no.vegvisar.referral.web.ReferralStatusView;

/** A referral as its sender sees it and as it reaches a municipality, with made-up content. */
final class SampleReferrals {

  private SampleReferrals() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.put(
        "referral/new",
        Map.of(
            "view",
            new NewReferralView(
                "Henvisning til rusbehandling (TSB)",
                List.of(
                    new LinkView("Ordinær henvisning", "/referrals/new", null, null, false, true),
                    LinkView.to("LAR", "/referrals/new?kind=lar", null)),
                form("Send henvisningen"),
                null,
                "Spørsmål om LAR: ring 70 17 13 62.",
                "Vurderingsenheten er åpen til 16.00.",
                "/documents",
                List.of(new NewReferralView.Attachment("d1", "Notat.pdf", "/documents/d1")))));
    pages.put(
        "referral/status",
        Map.of(
            "view",
            new ReferralStatusView(
                "R26-1234567-4",
                true,
                "Mottatt",
                "Du får svar innen ti virkedager.",
                "Henvisningen blir vurdert likevel.",
                "En lege leser det i dag.",
                SOON,
                STEPS,
                List.of(FactView.of("Gjelder", "Ordinær henvisning")),
                "Er det tatt blodprøver?",
                null,
                List.of(LinkView.to("Kvittering", "/documents/d2", null)),
                EVENTS)));
    pages.put(
        "referral/list",
        Map.of(
            "view",
            new ReferralListView(
                "/referrals/new",
                List.of(LinkView.to("Lyng, Stødig – i går", "/referrals/new?draft=1", null)),
                List.of(
                    new ReferralListView.Row(
                        "R26-1234567-4",
                        "/referrals/R26-1234567-4",
                        "Lyng, Stødig",
                        "Ordinær",
                        "12. nov.",
                        "Mottatt",
                        "info",
                        SOON)))));
    pages.put(
        "municipality/inbox",
        Map.of(
            "view",
            new InboxView(
                List.of(
                    new LinkView("Nye", "/inbox", null, 4, false, true),
                    LinkView.to("Ferdige", "/inbox?tab=done", null)),
                List.of(
                    new InboxView.Row(
                        "/inbox/1",
                        "Ålesund behandlingssenter",
                        "Trenger oppfølging i bolig",
                        "Havørn, Lun",
                        List.of(new MarkView(MarkView.Kind.LAR, "LAR")),
                        "08.12",
                        SOON,
                        true,
                        true),
                    new InboxView.Row(
                        "/inbox/2",
                        "Ålesund behandlingssenter",
                        "Forespørsel",
                        null,
                        List.of(),
                        "16. nov.",
                        null,
                        false,
                        false)),
                new InboxView.Message(
                    "1",
                    "Trenger oppfølging i bolig",
                    "Varm Vårdag, Ålesund behandlingssenter, i dag 08.12",
                    SOON,
                    "Havørn, Lun",
                    "Født 30.01.1968 (58 år)",
                    List.of(new MarkView(MarkView.Kind.LAR, "LAR")),
                    "Delt etter samtykke 14. september: plan og timer. Du ser bare det pasienten har samtykket til.",
                    null,
                    List.of("Flytter tilbake til egen leilighet."),
                    List.of(FactView.of("Ønsker", "Noen å snakke med")),
                    List.of(LinkView.to("Behandlingsplan", "/documents/p1", null)),
                    null,
                    form("Send svaret"),
                    List.of()))));
    pages.put(
        "municipality/inbox@none",
        Map.of(
            "view",
            new InboxView(
                List.of(new LinkView("Nye", "/inbox", null, 0, false, true)), List.of(), null)));
    return pages;
  }
}
