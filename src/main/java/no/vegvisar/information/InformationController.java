package no.vegvisar.information;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /information}: anybody may read it, nobody needs to sign in. */
@Controller
@EnableConfigurationProperties(InformationLinks.class)
class InformationController {

  private final InformationLinks links;
  private final MessageSource messages;

  InformationController(InformationLinks links, MessageSource messages) {
    this.links = links;
    this.messages = messages;
  }

  @GetMapping("/information")
  String information(Model model, Locale locale) {
    model.addAttribute(
        "view",
        new InformationView(
            Stream.of(InformationTopic.values()).map(t -> topic(t, locale)).toList()));
    return "information/page";
  }

  private InformationView.Topic topic(InformationTopic topic, Locale locale) {
    URI link = links.of(topic);
    boolean call = "tel".equals(link.getScheme());
    String title = message("information." + topic.word(), locale);
    return new InformationView.Topic(
        topic.word(),
        title,
        message("information." + topic.word() + ".text", locale),
        link.toString(),
        call
            ? message("information.call", locale, title, link.getSchemeSpecificPart())
            : message("information.read", locale, title, link.getHost()),
        call);
  }

  private String message(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}
