package no.vegvisar.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
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

  private static FormHandler handler(
      String formId,
      Function<Submission, List<Refusal>> command,
      Function<CaseNo, Map<String, List<String>>> slots,
      Supplier<Map<String, Map<String, String>>> options) {
    return new FormHandler() {
      @Override
      public String formId() {
        return formId;
      }

      @Override
      public List<Refusal> submit(Submission submission) {
        return command.apply(submission);
      }

      @Override
      public Context context(OpenTask task, CaseNo caseNo) {
        return new Context(slots.apply(caseNo), options.get(), Map.of());
      }
    };
  }

  @Bean
  FormHandler assessApplication(ServiceDesk desk, MessageSource messages) {
    return handler(
        "assess-application",
        desk::assess,
        caseNo -> Map.of("disclosed", disclosed(desk, caseNo, messages)),
        Map::of);
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
        lines.add(
            messages.getMessage("municipality.disclosed." + key, new Object[] {value}, locale));
      }
    }
    return lines;
  }

  @Bean
  FormHandler nameCoordinator(ServiceDesk desk, Users users) {
    return handler(
        "name-coordinator",
        desk::nameCoordinator,
        caseNo -> Map.of(),
        () -> {
          Map<String, String> people = new LinkedHashMap<>();
          for (User user : users.holders(Role.MUNICIPAL_COORDINATOR, "integrering")) {
            people.put(user.id().value(), user.displayName());
          }
          return Map.of("coordinators", people);
        });
  }

  @Bean
  FormHandler followUpPerson(ServiceDesk desk) {
    return handler("follow-up-person", desk::serviceEnds, caseNo -> Map.of(), Map::of);
  }

  @Bean
  FormHandler considerClosedRequest(ServiceDesk desk, MessageSource messages) {
    return handler(
        "consider-closed-request",
        desk::considerClosed,
        caseNo ->
            Map.of(
                "closed",
                List.of(
                    messages.getMessage(
                        "municipality.closed-by-sender", null, LocaleContextHolder.getLocale()))),
        Map::of);
  }
}
