package no.vegvisar.correspondence;

import java.util.Arrays;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.kernel.CaseNo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who brings the clinic's letters to the post, one answer for the installation ({@code
 * vegvisar.post.by}). A municipality's letters always go by its print service: nobody there has a
 * queue to post from.
 */
@Component
class PostMode {

  enum By {
    /** What lies in the print service's directory is on its way: it counts as sent. */
    PRINT_SERVICE("print-service"),
    /** A letter is sent when somebody has said that it was posted, and not before. */
    HAND("hand");

    private final String word;

    By(String word) {
      this.word = word;
    }

    static By of(String word) {
      return Arrays.stream(values())
          .filter(by -> by.word.equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("vegvisar.post.by is print-service or hand"));
    }
  }

  private final CaseFiles cases;
  private volatile By by;

  PostMode(CaseFiles cases, @Value("${vegvisar.post.by:print-service}") String by) {
    this.cases = cases;
    this.by = By.of(by);
  }

  By by() {
    return by;
  }

  boolean byHand(CaseNo caseNo) {
    return by == By.HAND && cases.get(caseNo).kind() == CaseKind.CLINIC;
  }

  /** For tests, which try both in one application. */
  void become(By other) {
    by = other;
  }
}
