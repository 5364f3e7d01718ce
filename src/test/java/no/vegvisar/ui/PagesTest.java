package no.vegvisar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.wimdeblauwe.htmx.spring.boot.thymeleaf.HtmxDialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Every page draws in every language from sample views, without a backend; the pages are kept in
 * target/pages.
 */
class PagesTest {

  private static final MockMvc mvc = mvc();

  static Stream<Object[]> pages() {
    return SamplePages.all().keySet().stream()
        .flatMap(
            page -> Stream.of("en", "nn", "nb").map(language -> new Object[] {page, language}));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("pages")
  void a_page_draws_without_inline_script_or_style(String page, String language) throws Exception {
    var html = draw(page, language);

    var file = Path.of("target/pages", language, page.replace('/', '-') + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, html);

    assertThat(html)
        .contains("<html")
        .contains("lang=\"" + language + "\"")
        .contains("id=\"content\"");
    assertThat(html)
        .doesNotContain("??")
        .doesNotContainPattern("\\sstyle=\"")
        .doesNotContainPattern("\\son[a-z]+=\"");
    assertThat(html).doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))");
    assertThat(html).doesNotContainPattern("\\sth:").doesNotContain("hx:");
  }

  static String draw(String page, String language) throws Exception {
    return mvc.perform(
            get("/sample")
                .param("page", page)
                .locale(Locale.forLanguageTag(language))
                .header("Accept-Language", language))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static MockMvc mvc() {
    var context = new GenericApplicationContext();
    context.refresh();
    var templates = new SpringResourceTemplateResolver();
    templates.setApplicationContext(context);
    templates.setPrefix("classpath:/templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setTemplateEngineMessageSource(
        new UiMessages(new PathMatchingResourcePatternResolver()));
    engine.addDialect(new HtmxDialect(new com.fasterxml.jackson.databind.ObjectMapper()));
    var views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
    return MockMvcBuilders.standaloneSetup(new Sample())
        .setViewResolvers(views)
        .setValidator(org.mockito.Mockito.mock(org.springframework.validation.Validator.class))
        .setLocaleResolver(new ReaderLocaleResolver())
        .build();
  }

  @Controller
  static class Sample {
    @GetMapping("/sample")
    String page(@RequestParam("page") String page, Model model) {
      for (Map.Entry<String, Object> value : SamplePages.all().get(page).entrySet()) {
        model.addAttribute(value.getKey(), value.getValue());
      }
      model.addAttribute("frame", SamplePages.frame());
      return page.contains("@") ? page.substring(0, page.indexOf('@')) : page;
    }
  }
}
