package no.vegvisar.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.RefusedOpenings;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ErrorPages;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;

/** Says why somebody may not see this and how to ask. */
@ControllerAdvice
@Order(0)
class NoAccessAdvice {

  private final ErrorPages pages;
  private final RefusedOpenings refusedOpenings;
  private final MessageSource messages;

  NoAccessAdvice(ErrorPages pages, RefusedOpenings refusedOpenings, MessageSource messages) {
    this.pages = pages;
    this.refusedOpenings = refusedOpenings;
    this.messages = messages;
  }

  @ExceptionHandler(NoAccessException.class)
  Object noAccess(HttpServletRequest request, NoAccessException refused, Locale locale) {
    caseOf(request).ifPresent(refusedOpenings::note);
    Refusal why = refused.refusal();
    return pages.answer(
        request,
        HttpStatus.FORBIDDEN,
        messages.getMessage(why.key(), why.args().toArray(), locale));
  }

  /** The case that the address names. */
  private static Optional<CaseNo> caseOf(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> named
        ? Optional.ofNullable(named.get("caseNo")).map(Object::toString).flatMap(CaseNo::tryParse)
        : Optional.empty();
  }
}
