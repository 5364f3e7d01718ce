package no.vegvisar.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads an expression of a model with the engine's own parser, without running it. */
final class Juel {

  /** A call of the catalogue: bean, method, and its arguments as written. */
  record Call(String bean, String method, List<Node> arguments) {}

  /** Names the engine gives to every expression; through them an author would reach the engine. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

  private Juel() {}

  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** The bean of an expression that is a single name; empty for anything else. */
  static Optional<String> name(String expression) {
    return root(expression)
        .filter(AstIdentifier.class::isInstance)
        .map(n -> ((AstIdentifier) n).getName());
  }

  /**
   * The call of an expression that is one call on a name with names and literals as arguments; else
   * empty.
   */
  static Optional<Call> call(String expression) {
    if (root(expression).orElse(null) instanceof AstMethod method
        && method.getChild(0) instanceof AstDot dot
        && dot.getChild(0) instanceof AstIdentifier bean) {
      List<Node> arguments = new ArrayList<>();
      Node given = method.getChild(1);
      for (int i = 0; i < given.getCardinality(); i++) {
        if (!isPlain(given.getChild(i))) {
          return Optional.empty();
        }
        arguments.add(given.getChild(i));
      }
      String name = dot.toString();
      return Optional.of(
          new Call(bean.getName(), name.substring(name.lastIndexOf(' ') + 1), arguments));
    }
    return Optional.empty();
  }

  /**
   * Whether a condition only compares variables with codes: no call, no property, no name of the
   * engine's own.
   */
  static boolean isComparison(String expression) {
    return root(expression)
        .filter(
            n ->
                (n instanceof AstBinary || n instanceof AstUnary || n instanceof AstNested)
                    && compares(n))
        .isPresent();
  }

  private static boolean compares(Node node) {
    if (node instanceof AstBinary binary) {
      var operator = binary.getOperator();
      boolean allowed =
          operator == AstBinary.EQ
              || operator == AstBinary.NE
              || operator == AstBinary.AND
              || operator == AstBinary.OR;
      return allowed && compares(node.getChild(0)) && compares(node.getChild(1));
    }
    if (node instanceof AstUnary || node instanceof AstNested) {
      return compares(node.getChild(0));
    }
    return isPlain(node);
  }

  private static boolean isPlain(Node node) {
    return node instanceof AstString
        || node instanceof AstNumber
        || node instanceof AstNull
        || node instanceof AstLiteral
        || (node instanceof AstIdentifier name && !OF_THE_ENGINE.contains(name.getName()));
  }

  /** What stands in the one pair of braces the text consists of. */
  private static Optional<AstNode> root(String expression) {
    try {
      var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression.strip());
      return tree.getRoot() instanceof AstEval eval
          ? Optional.of(eval.getChild(0))
          : Optional.empty();
    } catch (TreeBuilderException e) {
      // not an expression at all: the caller answers with the reason for its place
      return Optional.empty();
    }
  }
}
