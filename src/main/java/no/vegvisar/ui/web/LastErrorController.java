package no.vegvisar.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import no.vegvisar.ui.ErrorPages;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what never reached a page of ours: a refused address, a fault in a filter or while
 * drawing.
 */
@Controller
class LastErrorController implements ErrorController {

  private final ErrorPages pages;

  LastErrorController(ErrorPages pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    return pages.answer(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null);
  }
}
