package no.vegvisar.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import no.vegvisar.ui.ErrorPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Draws what the security filters refuse; they stand before the pages and cannot draw themselves.
 */
@Controller
class RefusalController {

  private static final String PATH = "/refused";
  private static final String STATUS = RefusalController.class.getName() + ".status";
  private static final String MESSAGE = RefusalController.class.getName() + ".message";

  private final ErrorPages pages;
  private final MessageSource messages;

  RefusalController(ErrorPages pages, MessageSource messages) {
    this.pages = pages;
    this.messages = messages;
  }

  static void forward(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message)
      throws ServletException, IOException {
    request.setAttribute(STATUS, status);
    request.setAttribute(MESSAGE, message);
    request.getRequestDispatcher(PATH).forward(request, response);
  }

  @RequestMapping(PATH)
  Object refused(HttpServletRequest request, Locale locale) {
    if (!(request.getAttribute(STATUS) instanceof HttpStatus status)) {
      return pages.answer(request, HttpStatus.NOT_FOUND, null);
    }
    return pages.answer(
        request, status, messages.getMessage((String) request.getAttribute(MESSAGE), null, locale));
  }
}
