package no.vegvisar.coordination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What stands in a message to or from the municipality, as JSON. */
@Component
class MessageJson {

  private final ObjectMapper json;

  MessageJson(ObjectMapper json) {
    this.json = json;
  }

  JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is JSON", e);
    }
  }

  String write(Map<String, Object> content) {
    try {
      return json.writeValueAsString(new TreeMap<>(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message can be written as JSON", e);
    }
  }
}
