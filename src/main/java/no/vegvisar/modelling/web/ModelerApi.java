package no.vegvisar.modelling.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.modelling.ModelDesk;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The two calls that a modeler on the desk makes (decisions 14). What it deploys becomes a draft
 * that waits for another person: same policy, same four eyes. Nothing else of an engine's REST
 * interface is served.
 */
@RestController
class ModelerApi {

  private final ModelDesk desk;
  private final MessageSource messages;
  private final Clock clock;

  ModelerApi(ModelDesk desk, MessageSource messages, Clock clock) {
    this.desk = desk;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/engine-rest/version")
  Map<String, String> version() {
    return Map.of("version", "7.24.0");
  }

  @PostMapping("/engine-rest/deployment/create")
  ResponseEntity<Map<String, Object>> create(
      MultipartHttpServletRequest request,
      @RequestParam(name = "deployment-name", defaultValue = "") String name,
      Locale locale)
      throws IOException {
    List<String> waiting = new ArrayList<>();
    for (MultipartFile file :
        request.getMultiFileMap().values().stream().flatMap(List::stream).toList()) {
      String fileName = String.valueOf(file.getOriginalFilename());
      if (!fileName.endsWith(".bpmn") && !fileName.endsWith(".dmn")) {
        continue;
      }
      String key = fileName.substring(fileName.lastIndexOf('/') + 1, fileName.lastIndexOf('.'));
      Outcome<UUID> sent =
          desk.send(
              key,
              new String(file.getBytes(), StandardCharsets.UTF_8),
              messages.getMessage(
                  "modelling.from-modeler", new Object[] {name.isBlank() ? key : name}, locale),
              "modeler",
              null,
              Ids.next().toString());
      if (!sent.isDone()) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
            .body(refusal(fileName, sent.refusals(), locale));
      }
      waiting.add(sent.value().toString());
    }
    if (waiting.isEmpty()) {
      return ResponseEntity.status(HttpStatus.BAD_REQUEST)
          .body(
              Map.of(
                  "type",
                  "InvalidRequestException",
                  "message",
                  messages.getMessage("modelling.refusal.no-file", null, locale)));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", waiting.get(0));
    answer.put("name", messages.getMessage("modelling.state.waits", null, locale));
    answer.put("deploymentTime", clock.instant().toString());
    answer.put("deployedProcessDefinitions", null);
    return ResponseEntity.ok(answer);
  }

  private Map<String, Object> refusal(String file, List<Refusal> refusals, Locale locale) {
    List<Map<String, Object>> errors =
        refusals.stream()
            .map(
                r -> {
                  Map<String, Object> error = new LinkedHashMap<>();
                  error.put("message", messages.getMessage(r.key(), r.args().toArray(), locale));
                  error.put("mainElementId", r.field());
                  return error;
                })
            .toList();
    return Map.of(
        "type",
        "ParseException",
        "message",
        String.valueOf(errors.get(0).get("message")),
        "details",
        Map.of(file, Map.of("errors", errors, "warnings", List.of())));
  }
}
