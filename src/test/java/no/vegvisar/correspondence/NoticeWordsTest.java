package no.vegvisar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import no.vegvisar.Requirement;
import org.junit.jupiter.api.Test;

/** A notice can be read over a shoulder: it says that something waits, in each language. */
class NoticeWordsTest {

  @Test
  @Requirement("S41")
  void a_notice_says_in_three_languages_that_something_waits_and_names_no_clinic_and_nobody() {
    String notice = NoticeTransport.WORDS;

    assertThat(notice.lines())
        .containsExactly(
            "Det ligg noko til deg i Vegvisar. Logg inn for å lese.",
            "Det ligger noe til deg i Vegvisar. Logg inn for å lese.",
            "Something waits for you in Vegvisar. Sign in to read it.");
    assertThat(notice.toLowerCase())
        .doesNotContain("rus", "tsb", "pasient", "patient", "klinikk", "clinic", "behandl");
  }
}
