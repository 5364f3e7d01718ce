package no.vegvisar.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {

  @Test
  void the_same_json_gives_the_same_bytes_whatever_order_and_numbers_it_is_written_in() {
    // given what a binary JSON column does: other order, other spacing, another way of writing a
    // number
    byte[] written =
        Chain.canonical(
            "{\"b\":1.0,\"a\":\"Måke\",\"list\":[1,2],\"inner\":{\"y\":null,\"x\":true}}");
    byte[] reordered =
        Chain.canonical(
            "{ \"a\": \"M\\u00e5ke\", \"inner\": {\"x\": true, \"y\": null}, \"list\": [1, 2], \"b\": 1 }");

    assertThat(reordered).isEqualTo(written);
    assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("{\"a\":\"Måke\",\"b\":1,");
  }

  @Test
  void a_missing_part_is_not_an_empty_one_and_parts_do_not_run_together() {
    String missing = Chain.entryHash(parts("a", null, "b", "x"));

    assertThat(Chain.entryHash(parts("a", "", "b", "x"))).isNotEqualTo(missing);
    assertThat(Chain.entryHash(parts("a", "1", "b", "2")))
        .isNotEqualTo(Chain.entryHash(parts("a", "12", "b", "")));
    assertThat(Chain.entryHash(parts("a", null, "b", "x"))).isEqualTo(missing).hasSize(64);
  }

  @Test
  void salt_hides_what_short_content_was() {
    byte[] content = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(Chain.contentHash(new byte[] {1}, content))
        .isNotEqualTo(Chain.contentHash(new byte[] {2}, content));
  }

  private static Map<String, String> parts(String a, String first, String b, String second) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(a, first);
    parts.put(b, second);
    return parts;
  }
}
