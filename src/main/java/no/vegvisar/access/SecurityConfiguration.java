package no.vegvisar.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import no.vegvisar.access.web.SignInAnswers;
import no.vegvisar.organisation.DemoUsers;
import no.vegvisar.organisation.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Who may ask for which address at all, and the headers every answer carries. What somebody may see
 * of a case is decided by {@link CaseAccess}, not here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private final CurrentActor current;

  SecurityConfiguration(CurrentActor current) {
    this.current = current;
  }

  @Bean
  static PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        "bcrypt", java.util.Map.of("bcrypt", new BCryptPasswordEncoder(12)));
  }

  /**
   * What a modelling tool calls: name and password with each call, no session, no cookie to forge
   * with.
   */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    return http.securityMatcher("/engine-rest/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfiguration::askForPassword))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(SecurityConfiguration::askForPassword))
        .authorizeHttpRequests(
            urls ->
                urls.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(anyOf(Role.PROCESS_EDITOR, Role.PROCESS_APPROVER)))
        .build();
  }

  /** Scripts, styles, pictures: the same for everybody, so browsers may keep them. */
  @Bean
  @Order(2)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    return http.securityMatcher("/assets/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .authorizeHttpRequests(urls -> urls.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http,
      SignInAnswers answers,
      CookieCsrfTokenRepository csrfTokens,
      ObjectProvider<DemoUsers> demo)
      throws Exception {
    if (demo.getIfAvailable() != null) {
      http.addFilterBefore(new DemoDoor(), UsernamePasswordAuthenticationFilter.class);
    }
    return http.authorizeHttpRequests(
            urls ->
                urls.dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        "/login", "/language", "/information", "/error", "/favicon.ico")
                    .permitAll()
                    .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                    .permitAll()
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .access(anyOf(Role.OPERATOR))
                    .requestMatchers("/audit", "/audit/**")
                    .access(anyOf(Role.AUDITOR, Role.PRIVACY_OFFICER))
                    .anyRequest()
                    .access(
                        (who, what) -> new AuthorizationDecision(!current.get().held().isEmpty())))
        .formLogin(
            login ->
                login
                    .loginPage("/login")
                    .usernameParameter("username")
                    .passwordParameter("password")
                    .successHandler(answers)
                    .failureHandler(answers))
        .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
        .requestCache(cache -> cache.requestCache(answers.requestCache()))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                    // The token outlives a session that timed out: one signs in again in another
                    // tab, and the page
                    // with the unsent text can still send it. A foreign page can neither read nor
                    // set the cookie.
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
        .headers(
            headers ->
                headers
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .addHeaderWriter(new ContentSecurityPolicy()))
        .build();
  }

  // The prefix makes browsers refuse the cookie from anywhere but this very host, and without TLS.
  @Bean
  CookieCsrfTokenRepository csrfTokens(
      @Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(secure ? "__Host-vegvisar-csrf" : "vegvisar-csrf");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie ->
            cookie.httpOnly(true).secure(secure).sameSite("Lax").maxAge(Duration.ofSeconds(-1)));
    return tokens;
  }

  // PostgreSQL keeps no text with this character, and no keyboard writes it.
  @Bean
  static HttpFirewall withoutNul() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  /** Two requests of one session may write the same attribute at once. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  private AuthorizationManager<RequestAuthorizationContext> anyOf(Role... roles) {
    return (who, what) ->
        new AuthorizationDecision(Arrays.stream(roles).anyMatch(current.get()::holds));
  }

  // A modelling tool reads the status; there is nobody to read a page.
  private static void askForPassword(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Vegvisar\", charset=\"UTF-8\"");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
  }
}
