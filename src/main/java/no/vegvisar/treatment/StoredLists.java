package no.vegvisar.treatment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists that a row keeps as JSON. */
@Component
class StoredLists {

  private final ObjectMapper json;

  StoredLists(ObjectMapper json) {
    this.json = json;
  }

  <T> List<T> read(String stored, Class<T> of) {
    try {
      return json.readerForListOf(of).readValue(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored list is JSON");
    }
  }

  String write(List<?> list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list can be written as JSON");
    }
  }
}
