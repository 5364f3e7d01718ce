package no.vegvisar.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.organisation.Body;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Organisations;
import no.vegvisar.ui.PersonView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door. */
@Controller
class LoginController {

  private final CurrentActor current;
  private final Organisations organisations;
  private final MessageSource messages;
  private final boolean demo;

  LoginController(
      CurrentActor current,
      Organisations organisations,
      MessageSource messages,
      ObjectProvider<DemoUsers> demoUsers) {
    this.current = current;
    this.organisations = organisations;
    this.messages = messages;
    this.demo = demoUsers.getIfAvailable() != null;
  }

  @GetMapping("/")
  String start() {
    return "redirect:/tasks";
  }

  @GetMapping("/login")
  String login(HttpServletRequest request, Model model, Locale locale) {
    if (!current.get().held().isEmpty()) {
      return "redirect:/tasks";
    }
    String problem =
        Stream.of("wrong", "locked", "again")
            .filter(word -> request.getParameter(word) != null)
            .findFirst()
            .orElse(null);
    boolean signedOut =
        request.getParameter("timeout") != null || request.getParameter("bye") != null;
    model.addAttribute(
        "view",
        new LoginView(
            demo,
            demo ? bodies(locale) : List.of(),
            problem == null ? null : messages.getMessage("access.login." + problem, null, locale),
            signedOut,
            null));
    return "access/login";
  }

  private List<LoginView.Group> bodies(Locale locale) {
    var byBody = new LinkedHashMap<String, List<LoginView.DemoUser>>();
    for (DemoUsers.Person person : DemoUsers.people()) {
      String role = "organisation.role." + person.role().code();
      byBody
          .computeIfAbsent(person.body(), key -> new ArrayList<>())
          .add(
              new LoginView.DemoUser(
                  person.userName(),
                  person.displayName(),
                  PersonView.initials(person.displayName()),
                  messages.getMessage(role, null, locale),
                  messages.getMessage(role + ".for", null, locale)));
    }
    return byBody.entrySet().stream()
        .map(
            entry ->
                new LoginView.Group(
                    organisations.body(entry.getKey()).map(Body::name).orElse(entry.getKey()),
                    entry.getValue()))
        .toList();
  }
}
