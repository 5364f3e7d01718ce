package no.vegvisar.information;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where more is to be read, as {@code vegvisar.information}. The pages themselves are others' and
 * move, so no address but the front page is shipped; a topic without one leads there.
 *
 * @param front where everything else is found; https
 * @param links topic to its page, https, or its number as {@code tel:}; empty when none is set
 */
@ConfigurationProperties("vegvisar.information")
record InformationLinks(URI front, Map<String, URI> links) {

  private static final Set<String> TOPICS =
      Stream.of(InformationTopic.values()).map(InformationTopic::word).collect(Collectors.toSet());

  /** Refuses an unknown topic and any address that is not https or tel, at the start. */
  InformationLinks {
    links = links == null ? Map.of() : Map.copyOf(links);
    var unknown = new TreeSet<>(links.keySet());
    unknown.removeAll(TOPICS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "vegvisar.information.links: no topic "
              + unknown
              + ", known are "
              + new TreeSet<>(TOPICS));
    }
    if (front == null || !"https".equals(front.getScheme())) {
      throw new IllegalArgumentException("vegvisar.information.front: an address with https");
    }
    links
        .values()
        .forEach(
            link -> {
              if (!Set.of("https", "tel").contains(String.valueOf(link.getScheme()))) {
                throw new IllegalArgumentException(
                    "vegvisar.information.links: an address with https or a number with tel");
              }
            });
  }

  /** The topic's own page or number; the front page when it has none. */
  URI of(InformationTopic topic) {
    return links.getOrDefault(topic.word(), front);
  }
}
