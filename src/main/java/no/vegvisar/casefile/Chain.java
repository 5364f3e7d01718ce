package no.vegvisar.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** The arithmetic of the chain: RFC 8785 bytes and SHA-256, nothing else. */
final class Chain {

  static final String START = "0".repeat(64);

  private Chain() {}

  /** The one way of writing this JSON, whatever order and spacing it comes in. */
  static byte[] canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON", e);
    }
  }

  static String contentHash(byte[] salt, byte[] payload) {
    MessageDigest digest = sha256();
    digest.update(salt);
    digest.update(payload);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Hash of an entry over its predecessor and every column of its line. Each part is written with
   * its length, so that no two lines give the same bytes; a missing part differs from an empty one.
   */
  static String entryHash(Map<String, String> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(
        (name, value) -> {
          text.append(name).append(':');
          text.append(value == null ? "-" : value.length() + ":" + value).append('\n');
        });
    return HexFormat.of()
        .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
