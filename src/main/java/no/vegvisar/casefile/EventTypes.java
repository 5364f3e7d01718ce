package no.vegvisar.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Registered names of ledger events, both ways; two records with one name stop the start (decisions
 * 17).
 */
@Component
class EventTypes {

  private final Map<String, Class<? extends CaseEvent>> byName = new HashMap<>();

  EventTypes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
    for (var found : scanner.findCandidateComponents("no.vegvisar")) {
      Class<?> type =
          ClassUtils.resolveClassName(found.getBeanClassName(), EventTypes.class.getClassLoader());
      if (!type.isRecord() || !CaseEvent.class.isAssignableFrom(type)) {
        throw new IllegalStateException(type.getName() + " is no record of a case event");
      }
      var before =
          byName.put(nameOf(type.asSubclass(CaseEvent.class)), type.asSubclass(CaseEvent.class));
      if (before != null) {
        throw new IllegalStateException(
            before.getName() + " and " + type.getName() + " share a registered name");
      }
    }
  }

  /** The registered name; a fault for an event without one. */
  static String nameOf(Class<? extends CaseEvent> type) {
    EventType name = type.getAnnotation(EventType.class);
    if (name == null) {
      throw new IllegalStateException(type.getName() + " has no registered name");
    }
    return name.value();
  }

  /** Empty for a name that this version does not know. */
  Optional<Class<? extends CaseEvent>> typeOf(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
