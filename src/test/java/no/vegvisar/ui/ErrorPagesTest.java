package no.vegvisar.ui;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import no.vegvisar.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whatever goes wrong, a person is told what to do next, and a script gets the same as JSON. */
class ErrorPagesTest {

  private final ErrorPages pages =
      new ErrorPages(
          new UiMessages(new PathMatchingResourcePatternResolver()),
          new ReaderLocaleResolver(),
          nobody());
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Faulty(pages))
          .setControllerAdvice(new FaultAdvice(pages))
          .setValidator(mock(Validator.class))
          .setLocaleResolver(new ReaderLocaleResolver())
          .build();

  @Test
  void a_fault_becomes_a_page_with_a_support_code_and_without_the_exceptions_text()
      throws Exception {
    mvc.perform(get("/fault").header("Accept", "text/html"))
        .andExpect(status().isInternalServerError())
        .andExpect(view().name("error/500"))
        .andExpect(model().attribute("supportCode", matchesPattern("[0-9A-F]{8}")));
  }

  @Test
  void a_fault_in_a_form_that_sent_itself_is_told_in_json_in_the_readers_language()
      throws Exception {
    mvc.perform(get("/fault").header("Accept", "application/json").header("Accept-Language", "nn"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.message").value("Noko gjekk gale hos oss"))
        .andExpect(jsonPath("$.supportCode").value(matchesPattern("[0-9A-F]{8}")))
        .andExpect(content().string(not(containsString("Ola Nordmann"))));
  }

  @Test
  void a_change_by_someone_else_is_a_conflict_and_not_a_fault() throws Exception {
    mvc.perform(get("/stale").header("Accept", "application/json"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.message").value("Someone else changed this before you"));
  }

  @Test
  void trying_again_leads_to_the_page_a_form_was_sent_from_and_never_to_another_host()
      throws Exception {
    mvc.perform(post("/stale").header("Referer", "http://localhost/tasks/1?view=mine"))
        .andExpect(model().attribute("retry", "/tasks/1?view=mine"));
    mvc.perform(post("/stale").header("Referer", "http://elsewhere//evil.example"))
        .andExpect(model().attribute("retry", nullValue()));
    mvc.perform(post("/stale")).andExpect(model().attribute("retry", nullValue()));
    mvc.perform(get("/stale")).andExpect(model().attribute("retry", ""));
  }

  @Test
  void a_refusal_names_its_field_and_says_how_to_go_on() throws Exception {
    mvc.perform(
            get("/refused").header("Accept", "application/json").header("Accept-Language", "no"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].key").value("reason"))
        .andExpect(jsonPath("$.errors[0].message").value("Oppgi denne koden til brukerstøtte: 7"));
  }

  private static ObjectProvider<FrameSource> nobody() {
    return new ObjectProvider<>() {
      @Override
      public FrameSource getObject() {
        throw new IllegalStateException();
      }

      @Override
      public FrameSource getIfAvailable() {
        return null;
      }

      @Override
      public Stream<FrameSource> stream() {
        return Stream.empty();
      }
    };
  }

  @Controller
  static class Faulty {
    private final ErrorPages pages;

    Faulty(ErrorPages pages) {
      this.pages = pages;
    }

    @GetMapping("/fault")
    @ResponseBody
    String fault() {
      throw new IllegalStateException("value too long: Ola Nordmann");
    }

    @RequestMapping("/stale")
    @ResponseBody
    String stale() {
      throw new OptimisticLockingFailureException("row 7");
    }

    @GetMapping("/refused")
    Object refused(HttpServletRequest request) {
      return pages.refused(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          List.of(Refusal.of("ui.error.support", 7).at("reason")));
    }
  }
}
