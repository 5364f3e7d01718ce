package no.vegvisar.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.organisation.User;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.ErrorPages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What somebody is told when signing in works or fails, when they are signed out, and when they may
 * not: a page for people, JSON for our scripts, a redirect for htmx. Never the name that was typed.
 */
@Component
public class SignInAnswers
    implements AuthenticationEntryPoint,
        AccessDeniedHandler,
        AuthenticationFailureHandler,
        AuthenticationSuccessHandler {

  private final SavedRequestAwareAuthenticationSuccessHandler onwards =
      new SavedRequestAwareAuthenticationSuccessHandler();
  private final HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
  private final CurrentActor current;
  private final Users users;
  private final LocaleResolver locales;

  SignInAnswers(CurrentActor current, Users users, LocaleResolver locales) {
    this.current = current;
    this.users = users;
    this.locales = locales;
    pagesOnly.setRequestMatcher(SignInAnswers::isPage);
    pagesOnly.setMatchingRequestParameterName(null);
    onwards.setRequestCache(pagesOnly);
    onwards.setDefaultTargetUrl("/tasks");
  }

  /** Remembers the page somebody wanted, never a script's call or a POST. */
  public RequestCache requestCache() {
    return pagesOnly;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException, ServletException {
    users
        .byId(current.get().id())
        .map(User::language)
        .ifPresent(language -> locales.setLocale(request, response, language.locale()));
    onwards.onAuthenticationSuccess(request, response, signedIn);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
      throws IOException {
    response.sendRedirect(
        request.getContextPath()
            + (failed instanceof LockedException ? "/login?locked" : "/login?wrong"));
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
      throws IOException, ServletException {
    if (request.getHeader("HX-Request") != null) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      response.setHeader("HX-Redirect", request.getContextPath() + pageOf(request));
    } else if (isPage(request)) {
      // Whoever brings a session that is over was signed out by time; whoever brings none is just
      // new here.
      boolean wasSignedIn =
          request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
      response.sendRedirect(request.getContextPath() + (wasSignedIn ? "/login?timeout" : "/login"));
    } else {
      RefusalController.forward(request, response, HttpStatus.UNAUTHORIZED, "access.signed-out");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    if (response.isCommitted()) {
      return;
    }
    if (denied instanceof CsrfException) {
      if (request.getServletPath().equals("/login")) {
        response.sendRedirect(request.getContextPath() + "/login?again");
        return;
      }
      RefusalController.forward(
          request, response, HttpStatus.FORBIDDEN, "access.refusal.foreign-page");
      return;
    }
    RefusalController.forward(
        request,
        response,
        HttpStatus.FORBIDDEN,
        request.getServletPath().startsWith("/audit")
            ? "access.refusal.audit"
            : "access.refusal.no-role");
  }

  private static boolean isPage(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && (mode == null || mode.equals("navigate"))
        && !ErrorPages.wantsJson(request)
        && !"text/event-stream".equals(request.getHeader("Accept"));
  }

  // Loading the page itself again brings it to the sign-in and back; another site's address is not
  // followed.
  private static String pageOf(HttpServletRequest request) {
    String address = request.getHeader("HX-Current-URL");
    try {
      URI page = address == null ? null : URI.create(address);
      boolean ours =
          page != null && page.getRawPath() != null && page.getRawPath().matches("/(?![/\\\\]).*");
      return ours
          ? page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery())
          : "/login";
    } catch (IllegalArgumentException e) {
      return "/login";
    }
  }
}
