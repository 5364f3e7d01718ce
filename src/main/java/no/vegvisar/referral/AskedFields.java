package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields of a referral's form in which certain items are asked, in the form's order. */
final class AskedFields {

  private AskedFields() {}

  static ArrayNode of(JsonNode components, Collection<String> items) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String item : items) {
      wanted.add(ReferralItems.fieldOf(item));
      ReferralItems.wordsField(item).ifPresent(wanted::add);
    }
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    collect(components, wanted, fields);
    return fields;
  }

  private static void collect(JsonNode components, Set<String> keys, ArrayNode into) {
    for (JsonNode component : components) {
      if (keys.contains(component.path("key").asText())) {
        into.add(component);
      } else if (component.path("type").asText().equals("group")) {
        collect(component.path("components"), keys, into);
      }
    }
  }
}
