package no.vegvisar.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file we keep, told by their first bytes and never by their name. */
enum FileKind {
  PDF("application/pdf", "pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
  PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
  JPEG("image/jpeg", "jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

  private final String contentType;
  private final String ending;
  private final byte[] start;

  FileKind(String contentType, String ending, byte[] start) {
    this.contentType = contentType;
    this.ending = ending;
    this.start = start;
  }

  static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values())
        .filter(
            k ->
                content.length > k.start.length
                    && Arrays.equals(content, 0, k.start.length, k.start, 0, k.start.length))
        .findFirst();
  }

  String contentType() {
    return contentType;
  }

  String ending() {
    return ending;
  }
}
