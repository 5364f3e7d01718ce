package no.vegvisar.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.vegvisar.ui.ErrorPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

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
    Object answer =
        pages.answer(
            request,
            status,
            messages.getMessage((String) request.getAttribute(MESSAGE), null, locale));
    if (status == HttpStatus.UNAUTHORIZED
        && request.getMethod().equals("POST")
        && answer instanceof ModelAndView page) {
      page.addObject("again", again(request));
    }
    return answer;
  }

  /** The form as it was sent, so that it can be sent again once its sender has signed in. */
  private static SentForm again(HttpServletRequest request) {
    List<SentForm.Field> fields = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) ->
                Stream.of(values)
                    .filter(value -> !name.equals("_csrf"))
                    .forEach(value -> fields.add(new SentForm.Field(name, value))));
    String type = request.getContentType();
    return new SentForm(
        String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)),
        fields,
        type != null && type.startsWith("multipart/"));
  }
}
