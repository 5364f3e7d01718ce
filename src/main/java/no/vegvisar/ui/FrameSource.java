package no.vegvisar.ui;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the page frame who is reading; implemented once, by {@code access}. Never returns {@code
 * null}.
 */
public interface FrameSource {
  PageFrame frame(HttpServletRequest request);
}
