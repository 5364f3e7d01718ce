package no.vegvisar.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * FEEL on the server: parsed once, evaluated often; a missing or wrong-typed name is null, never a
 * fault (spike §2).
 */
public final class Feel {

  private static final FeelEngineApi API = FeelEngineBuilder.forJava().build();
  private static final Map<String, ParseResult> PARSED = new ConcurrentHashMap<>();

  private Feel() {}

  /**
   * The value of an expression (with or without a leading {@code =}); null when it cannot be told.
   */
  public static Object evaluate(String expression, Map<String, Object> facts) {
    ParseResult parsed = PARSED.computeIfAbsent(bare(expression), API::parseExpression);
    if (!parsed.isSuccess()) {
      throw new IllegalArgumentException("not a FEEL expression");
    }
    var result = API.evaluate(parsed.parsedExpression(), facts);
    return result.isSuccess() ? result.result() : null;
  }

  /** What is wrong with an expression; empty when it can be read. */
  public static Optional<String> problemOf(String expression) {
    ParseResult parsed = API.parseExpression(bare(expression));
    return parsed.isSuccess() ? Optional.empty() : Optional.of(parsed.failure().message());
  }

  /** What is wrong with the unary tests of a table's cell; empty when they can be read. */
  public static Optional<String> problemOfTests(String tests) {
    ParseResult parsed = API.parseUnaryTests(tests);
    return parsed.isSuccess() ? Optional.empty() : Optional.of(parsed.failure().message());
  }

  private static String bare(String expression) {
    String tidy = expression.strip();
    return tidy.startsWith("=") ? tidy.substring(1).strip() : tidy;
  }
}
