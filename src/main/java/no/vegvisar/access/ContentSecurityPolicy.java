package no.vegvisar.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Only our own files run or draw anything. The diagram editor sets style attributes and is let do
 * that, nothing else is.
 */
final class ContentSecurityPolicy implements HeaderWriter {

  private static final String HEADER = "Content-Security-Policy";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; "
          + "frame-ancestors 'none'; form-action 'self'";

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HEADER)) {
      boolean editor = request.getServletPath().startsWith("/processes/");
      response.setHeader(HEADER, editor ? POLICY + "; style-src-attr 'unsafe-inline'" : POLICY);
    }
  }
}
