package no.vegvisar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.vegvisar.VegvisarTest;
import no.vegvisar.access.Thing;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VegvisarTest
class DocumentsTest {

  private static final byte[] PDF =
      "%PDF-1.7 with something in it".getBytes(StandardCharsets.US_ASCII);

  @Autowired Documents documents;

  @Test
  void a_file_is_kept_with_its_kind_told_by_content_and_a_safe_name() {
    var stored = documents.store(null, "C:\\secret\\letter.exe", PDF, Thing.LETTER).value();

    assertThat(stored.contentType()).isEqualTo("application/pdf");
    assertThat(stored.name()).isEqualTo("letter.pdf");
    assertThat(stored.size()).isEqualTo(PDF.length);
    assertThat(stored.sha256()).hasSize(64);
    assertThat(documents.content(stored.id())).isEqualTo(PDF);
  }

  @Test
  void empty_oversized_and_other_files_are_refused_in_words() {
    byte[] big = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);

    assertThat(refusal(documents.store(null, "a.pdf", new byte[0], Thing.LETTER)))
        .isEqualTo("document.refusal.empty");
    assertThat(refusal(documents.store(null, "a.pdf", big, Thing.LETTER)))
        .isEqualTo("document.refusal.too-large");
    assertThat(
            refusal(
                documents.store(
                    null, "a.pdf", "<script>".getBytes(StandardCharsets.UTF_8), Thing.LETTER)))
        .isEqualTo("document.refusal.kind");
  }

  private static String refusal(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::key).findFirst().orElse(null);
  }
}
