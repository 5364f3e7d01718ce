package no.vegvisar.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The last to answer: whatever no module's own advice has taken becomes a page that helps, never a
 * stack trace.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FaultAdvice {

  private final ErrorPages pages;

  FaultAdvice(ErrorPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  Object changedBySomeoneElse(HttpServletRequest request) {
    return pages.answer(request, HttpStatus.CONFLICT, null);
  }

  // Spring Security's own filter answers these two: sign-in or 403.
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void security(RuntimeException refused) {
    throw refused;
  }

  @ExceptionHandler(Exception.class)
  Object fault(HttpServletRequest request, Exception fault) {
    if (fault instanceof ErrorResponse known) {
      return pages.answer(request, HttpStatus.valueOf(known.getStatusCode().value()), null);
    }
    var marked = AnnotatedElementUtils.findMergedAnnotation(fault.getClass(), ResponseStatus.class);
    if (marked != null && marked.code().is4xxClientError()) {
      return pages.answer(request, marked.code(), null);
    }
    return pages.fault(request, fault);
  }
}
