package no.vegvisar.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a patient, somebody close or a referrer can read without being anybody here. */
@VegvisarTest
class InformationPageTest {

  private static final URI FRONT = URI.create("https://www.example.org/");

  @LocalServerPort int port;

  @Test
  @Requirement({"S18", "S19", "S40"})
  void anybody_reads_it_without_signing_in_and_comes_on_to_pages_of_others() {
    String page = WebUser.anonymous(port).get("/information").body();

    assertThat(page)
        .contains(
            "Alcohol",
            "Narcotics and medicines",
            "Opioid substitution treatment (LAR)",
            "Addiction and mental illness at once",
            "Gambling",
            "Doping",
            "The doping helpline",
            "Individual plan and coordinator")
        .contains("href=\"https://www.helsenorge.no/\"", "Call 113");
    assertThat(page)
        .as("no number is made up")
        .contains("The doping helpline: read more at www.helsenorge.no")
        .doesNotContain("href=\"tel:");
  }

  @Test
  @Requirement("S18")
  void the_helpline_is_told_to_be_no_way_to_us_and_steroids_to_be_ours_to_treat() {
    assertThat(WebUser.anonymous(port).get("/information").body())
        .contains("What you say there is not a referral", "Dependence on anabolic steroids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/information"})
  @Requirement("S18")
  void the_way_to_it_is_on_pages_that_need_no_sign_in(String address) {
    assertThat(WebUser.anonymous(port).get(address).body()).contains("href=\"/information\"");
  }

  @Test
  void a_referrer_finds_it_on_every_page() {
    assertThat(WebUser.signedIn(port, "referrer").get("/referrals").body())
        .contains("href=\"/information\"");
  }

  @Test
  @Requirement({"S18", "S19"})
  void the_house_sets_the_pages_and_the_number() {
    var links =
        new InformationLinks(
            FRONT,
            Map.of(
                "doping-helpline", URI.create("tel:00000000"),
                "individual-plan", URI.create("https://www.example.org/plan")));

    assertThat(links.of(InformationTopic.DOPING_HELPLINE)).hasToString("tel:00000000");
    assertThat(links.of(InformationTopic.INDIVIDUAL_PLAN))
        .hasToString("https://www.example.org/plan");
    assertThat(links.of(InformationTopic.ALCOHOL)).isEqualTo(FRONT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://www.example.org/", "javascript:alert(1)", "/information"})
  void an_address_that_is_neither_safe_nor_a_number_is_refused_at_the_start(String address) {
    assertThatThrownBy(() -> new InformationLinks(FRONT, Map.of("doping", URI.create(address))))
        .hasMessageContaining("https");
    assertThatThrownBy(() -> new InformationLinks(URI.create(address), Map.of()))
        .hasMessageContaining("vegvisar.information.front");
  }

  @Test
  void a_topic_that_is_misspelt_is_refused_at_the_start_with_those_that_are_known() {
    assertThatThrownBy(() -> new InformationLinks(FRONT, Map.of("dopping", FRONT)))
        .hasMessageContaining("dopping")
        .hasMessageContaining("doping-helpline");
  }
}
