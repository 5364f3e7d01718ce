package no.vegvisar.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileKindTest {

  @Test
  void a_file_is_what_its_first_bytes_say() {
    assertThat(FileKind.of("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
        .contains(FileKind.PDF);
    assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
        .contains(FileKind.PNG);
    assertThat(FileKind.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
        .contains(FileKind.JPEG);
  }

  @Test
  void a_page_or_a_program_is_none_of_them() {
    assertThat(FileKind.of("<html>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 0, 0, 0, 0, 0, 0})).isEmpty();
    assertThat(FileKind.of(new byte[] {'%', 'P'})).isEmpty();
  }
}
