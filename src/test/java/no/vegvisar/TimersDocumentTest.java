package no.vegvisar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TimersDocumentTest {

  @Test
  void the_page_about_timers_says_what_the_models_say() throws IOException {
    var current = TimersDocument.write();

    if (Boolean.getBoolean("updateTimers")) {
      Files.writeString(TimersDocument.FILE, current);
    }

    assertThat(Files.readString(TimersDocument.FILE)).isEqualTo(current);
  }
}
