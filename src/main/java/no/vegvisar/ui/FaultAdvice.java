package no.vegvisar.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * The last to answer: whatever no module's own advice has taken becomes a page that helps, never a
 * stack trace.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FaultAdvice {

  /** What was sent is not of the kind asked for, or cannot be read at all. */
  private static final List<Class<? extends Exception>> UNREADABLE =
      List.of(
          TypeMismatchException.class,
          HttpMessageNotReadableException.class,
          MultipartException.class);

  private final ErrorPages pages;

  FaultAdvice(ErrorPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  Object changedBySomeoneElse(HttpServletRequest request) {
    return pages.answer(request, HttpStatus.CONFLICT, null);
  }

  // Spring Security's own filters answer these: sign-in, 403, or a request refused as a whole.
  @ExceptionHandler({
    AccessDeniedException.class,
    AuthenticationException.class,
    RequestRejectedException.class
  })
  void security(RuntimeException refused) {
    throw refused;
  }

  @ExceptionHandler(Exception.class)
  Object fault(HttpServletRequest request, Exception fault) {
    if (fault instanceof ErrorResponse known) {
      return pages.answer(request, HttpStatus.valueOf(known.getStatusCode().value()), null);
    }
    if (fault instanceof MethodArgumentTypeMismatchException wrong
        && leadsNowhere(request, wrong)) {
      return pages.answer(request, HttpStatus.NOT_FOUND, null);
    }
    if (UNREADABLE.stream().anyMatch(kind -> kind.isInstance(fault))) {
      return pages.answer(request, HttpStatus.BAD_REQUEST, null);
    }
    var marked = AnnotatedElementUtils.findMergedAnnotation(fault.getClass(), ResponseStatus.class);
    if (marked != null && marked.code().is4xxClientError()) {
      return pages.answer(request, marked.code(), null);
    }
    return pages.fault(request, fault);
  }

  /** An address with an id that is none is a mistyped one. */
  private static boolean leadsNowhere(
      HttpServletRequest request, MethodArgumentTypeMismatchException wrong) {
    return request.getMethod().equals("GET")
        || wrong.getParameter().hasParameterAnnotation(PathVariable.class);
  }
}
