package no.vegvisar.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import no.vegvisar.kernel.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class UiAdvice {

  private final ObjectProvider<FrameSource> frames;

  UiAdvice(ObjectProvider<FrameSource> frames) {
    this.frames = frames;
  }

  @ModelAttribute("frame")
  PageFrame frame(HttpServletRequest request, Locale locale) {
    var source = frames.getIfAvailable();
    return source == null
        ? PageFrame.anonymous(false, Language.of(locale).code())
        : source.frame(request);
  }
}
