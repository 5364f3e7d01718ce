package no.vegvisar.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.Users;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A language chosen while signed in follows the user to other machines (decisions 32). */
@Component
class LanguageMemory implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> OURS = Set.of("nn", "nb", "en");

  private final CurrentActor current;
  private final Users users;

  LanguageMemory(CurrentActor current, Users users) {
    this.current = current;
    this.users = users;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/language");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String chosen = request.getParameter("lang");
    if (request.getMethod().equals("POST") && chosen != null && OURS.contains(chosen)) {
      users.chooseLanguage(current.get().id(), Language.ofCode(chosen));
    }
    return true;
  }
}
