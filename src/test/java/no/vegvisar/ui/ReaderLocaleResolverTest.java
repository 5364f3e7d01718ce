package no.vegvisar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Decisions 32: the reader's own choice, else Norwegian when the browser asks for it, else English.
 */
class ReaderLocaleResolverTest {

  private final ReaderLocaleResolver resolver = new ReaderLocaleResolver();

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource({
    "'', en",
    "'de, fr;q=0.8', en",
    "'nn-NO, nb;q=0.9, en;q=0.8', nn",
    "'no, en;q=0.5', nb",
    "'nb-NO', nb",
    "'de, nn;q=0.7, en;q=0.3', nn",
    "'en-GB, nb;q=0.5', en"
  })
  void a_first_time_visitor_reads_what_the_browser_asks_for(String asks, String reads) {
    assertThat(resolver.resolveLocale(asking(asks)).getLanguage()).isEqualTo(reads);
  }

  @Test
  void a_choice_outranks_the_browser_and_is_remembered() {
    var request = asking("nb");
    var response = new MockHttpServletResponse();

    resolver.setLocale(request, response, Locale.forLanguageTag("nn"));

    assertThat(resolver.resolveLocale(request).getLanguage()).isEqualTo("nn");
    var next = asking("nb");
    next.setCookies(response.getCookies());
    assertThat(resolver.resolveLocale(next).getLanguage()).isEqualTo("nn");
  }

  private static MockHttpServletRequest asking(String languages) {
    var request = new MockHttpServletRequest();
    if (!languages.isEmpty()) {
      request.addHeader("Accept-Language", languages);
      prefer(request, languages);
    }
    return request;
  }

  private static void prefer(MockHttpServletRequest request, String languages) {
    request.setPreferredLocales(
        Locale.LanguageRange.parse(languages.replace(" ", "")).stream()
            .map(range -> Locale.forLanguageTag(range.getRange()))
            .toList());
  }
}
