package no.vegvisar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every role finds its own areas in the top bar, and every door there leads somewhere. */
@VegvisarTest
class FrameTest {

  @LocalServerPort int port;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "referrer, /tasks /referrals /processes",
    "intake, /tasks /cases /referrals /post /processes",
    "therapist, /tasks /cases /processes",
    "addiction-consultant, /tasks /inbox /cases /referrals /processes",
    "nav-adviser, /tasks /inbox /referrals /processes",
    "process-editor, /tasks /processes",
    "auditor, /tasks /processes /audit",
    "operator, /tasks /processes",
  })
  void each_role_has_its_areas_and_no_door_leads_nowhere(String userName, String areas) {
    WebUser web = WebUser.signedIn(port, userName);

    var found = new ArrayList<String>();
    var link =
        Pattern.compile("vv-nav__link\"[^>]*href=\"([^\"]+)\"").matcher(web.get("/tasks").body());
    while (link.find()) {
      found.add(link.group(1));
    }

    assertThat(found).isEqualTo(List.of(areas.split(" ")));
    assertThat(found)
        .allSatisfy(href -> assertThat(web.get(href).statusCode()).as(href).isEqualTo(200));
  }
}
