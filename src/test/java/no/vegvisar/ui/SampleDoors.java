package no.vegvisar.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.vegvisar.access.web.LoginView;
import no.vegvisar.information.InformationView;

/** What is seen before signing in, with made-up content. */
final class SampleDoors {

  private SampleDoors() {}

  static Map<String, Map<String, Object>> pages() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.put(
        "information/page",
        Map.of(
            "view",
            new InformationView(
                List.of(
                    new InformationView.Topic(
                        "alcohol",
                        "Alcohol",
                        "It is never too early to ask.",
                        "https://www.example.org/",
                        "Alcohol: read more at www.example.org",
                        false),
                    new InformationView.Topic(
                        "doping-helpline",
                        "The doping helpline",
                        "Others answer it.",
                        "tel:00000000",
                        "The doping helpline: call 00000000",
                        true)))));
    pages.put(
        "access/login",
        Map.of(
            "view",
            new LoginView(
                true,
                List.of(
                    new LoginView.Group(
                        "Helse Møre og Romsdal",
                        List.of(
                            new LoginView.DemoUser(
                                "intake",
                                "Nøye Gaupe",
                                "NG",
                                "Mottakssekretær, vurderingsinstans",
                                "Registrere, rute, sende brev"),
                            new LoginView.DemoUser(
                                "signer", "Djup Fjord", "DF", "Signerende spesialist", null))),
                    new LoginView.Group(
                        "Ålesund kommune",
                        List.of(
                            new LoginView.DemoUser(
                                "allocation", "Rett Planke", "RP", "Saksbehandler", null)))),
                "Feil brukernavn eller passord",
                false,
                "signer")));
    return pages;
  }
}
