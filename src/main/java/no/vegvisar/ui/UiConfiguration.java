package no.vegvisar.ui;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Texts and language of the pages. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

  @Bean
  MessageSource messageSource(ResourcePatternResolver resources) {
    return new UiMessages(resources);
  }

  @Bean
  LocaleResolver localeResolver() {
    return new ReaderLocaleResolver();
  }
}
