package no.vegvisar.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.ErrorPages;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says why somebody may not see this and how to ask. */
@ControllerAdvice
@Order(0)
class NoAccessAdvice {

  private final ErrorPages pages;
  private final MessageSource messages;

  NoAccessAdvice(ErrorPages pages, MessageSource messages) {
    this.pages = pages;
    this.messages = messages;
  }

  @ExceptionHandler(NoAccessException.class)
  Object noAccess(HttpServletRequest request, NoAccessException refused, Locale locale) {
    Refusal why = refused.refusal();
    return pages.answer(
        request,
        HttpStatus.FORBIDDEN,
        messages.getMessage(why.key(), why.args().toArray(), locale));
  }
}
