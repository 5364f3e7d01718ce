package no.vegvisar.worklist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import no.vegvisar.engine.RoleCatalogue;
import no.vegvisar.organisation.Role;
import org.springframework.stereotype.Component;

/** Roles with a worklist; the others have pages, not tasks (process book §0). */
@Component
class TaskRoles implements RoleCatalogue {

  private static final Set<Role> WITHOUT_TASKS =
      EnumSet.of(
          Role.REFERRER,
          Role.PROCESS_EDITOR,
          Role.PROCESS_APPROVER,
          Role.AUDITOR,
          Role.PRIVACY_OFFICER,
          Role.ADMINISTRATOR,
          Role.OPERATOR);

  private final Set<String> codes =
      Arrays.stream(Role.values())
          .filter(role -> !WITHOUT_TASKS.contains(role))
          .map(Role::code)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public Set<String> codes() {
    return codes;
  }
}
