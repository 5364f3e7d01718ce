package no.vegvisar.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.vegvisar.organisation.DemoUsers;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In the demo, a click on a demo user types the documented password; all else is signing in as
 * anywhere.
 */
final class DemoDoor extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !(request.getMethod().equals("POST")
        && request.getServletPath().equals("/login")
        && "true".equals(request.getParameter("demo")));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getParameter(String name) {
            return name.equals("password") ? DemoUsers.PASSWORD : super.getParameter(name);
          }
        },
        response);
  }
}
