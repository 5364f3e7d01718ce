package no.vegvisar.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.form.FormHandler;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.organisation.Role;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** The municipality's forms and what stands behind each. */
@Configuration
class MunicipalForms {

  @Bean
  FormHandler assessApplication(ServiceDesk desk, MessageSource messages) {
    return FormHandler.of(
        "assess-application",
        desk::assess,
        (task, caseNo) ->
            FormHandler.Context.showing(Map.of("disclosed", disclosed(desk, caseNo, messages))));
  }

  /** Exactly what was disclosed, in the order a reader needs it. */
  static List<String> disclosed(ServiceDesk desk, CaseNo caseNo, MessageSource messages) {
    Locale locale = LocaleContextHolder.getLocale();
    Application application = desk.of(caseNo);
    JsonNode content = desk.disclosed(application);
    List<String> lines = new ArrayList<>();
    lines.add(messages.getMessage("municipality.kind." + application.kind, null, locale));
    for (String key :
        List.of("name", "nationalId", "need", "contactUnit", "contactPhone", "until")) {
      String value = content.path(key).asText("");
      if (!value.isBlank() && !value.equals("null")) {
        String read = key.equals("until") ? Inbox.day(value) : value;
        lines.add(
            messages.getMessage("municipality.disclosed." + key, new Object[] {read}, locale));
      }
    }
    return lines;
  }

  @Bean
  FormHandler nameCoordinator(ServiceDesk desk, Users users) {
    return FormHandler.of(
        "name-coordinator",
        desk::nameCoordinator,
        (task, caseNo) -> {
          Map<String, String> people = new LinkedHashMap<>();
          for (User user : users.holders(Role.MUNICIPAL_COORDINATOR, "integrering")) {
            people.put(user.id().value(), user.displayName());
          }
          return FormHandler.Context.offering(Map.of("coordinators", people));
        });
  }

  @Bean
  FormHandler followUpPerson(ServiceDesk desk) {
    return FormHandler.of("follow-up-person", desk::serviceEnds);
  }

  @Bean
  FormHandler considerClosedRequest(ServiceDesk desk, MessageSource messages) {
    return FormHandler.of(
        "consider-closed-request",
        desk::considerClosed,
        (task, caseNo) ->
            FormHandler.Context.showing(
                Map.of(
                    "closed",
                    List.of(
                        messages.getMessage(
                            "municipality.closed-by-sender",
                            null,
                            LocaleContextHolder.getLocale())))));
  }
}
