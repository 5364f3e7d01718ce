package no.vegvisar.correspondence;

import org.springframework.stereotype.Component;

/** Lets a test have people post the letters, as an installation may choose, and ends it again. */
@Component
public class PostByHand {

  private final PostMode mode;

  PostByHand(PostMode mode) {
    this.mode = mode;
  }

  public void begin() {
    mode.become(PostMode.By.HAND);
  }

  public void end() {
    mode.become(PostMode.By.PRINT_SERVICE);
  }
}
