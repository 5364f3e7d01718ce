package no.vegvisar;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes which demand of the owner's documents (S1–S192) is proved by which test into {@code
 * target/requirements.md} and {@code .json}. Only what ran and passed counts, every case of it; a
 * skipped or failed test leaves its demand open.
 */
public class RequirementMatrix implements TestExecutionListener {

  private static final int LAST = 192;

  private record Proof(String test, String sentence) {}

  private final Map<Proof, Boolean> passed = new ConcurrentHashMap<>();
  private final Map<Proof, List<String>> demands = new ConcurrentHashMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    note(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    note(test, false);
  }

  private void note(TestIdentifier test, boolean success) {
    if (test.getSource().orElse(null) instanceof MethodSource source) {
      var codes = codes(source.getJavaClass(), source.getJavaMethod());
      if (!codes.isEmpty()) {
        var proof =
            new Proof(
                source.getJavaClass().getSimpleName(), source.getMethodName().replace('_', ' '));
        demands.put(proof, codes);
        passed.merge(proof, success, Boolean::logicalAnd);
      }
    }
  }

  private static List<String> codes(Class<?> type, Method method) {
    var codes = new TreeSet<String>();
    Optional.ofNullable(type.getAnnotation(Requirement.class))
        .ifPresent(r -> codes.addAll(Arrays.asList(r.value())));
    Optional.ofNullable(method.getAnnotation(Requirement.class))
        .ifPresent(r -> codes.addAll(Arrays.asList(r.value())));
    return List.copyOf(codes);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (demands.isEmpty()) {
      return;
    }
    Map<String, List<Proof>> proofs = new TreeMap<>();
    demands.forEach(
        (proof, codes) -> {
          if (passed.get(proof)) {
            codes.forEach(code -> proofs.computeIfAbsent(code, c -> new ArrayList<>()).add(proof));
          }
        });
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Files.writeString(target.resolve("requirements.md"), table(proofs));
      Map<String, Object> all = new LinkedHashMap<>();
      for (String code : codes()) {
        all.put(
            code,
            proofs.getOrDefault(code, List.of()).stream()
                .map(p -> p.test() + ": " + p.sentence())
                .sorted()
                .toList());
      }
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(target.resolve("requirements.json").toFile(), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String table(Map<String, List<Proof>> proofs) {
    long proved = codes().stream().filter(proofs::containsKey).count();
    var text =
        new StringBuilder(
            "# What the tests prove\n\n"
                + proved
                + " of "
                + LAST
                + " demands proved in this run.\n\n| demand | proved by |\n| --- | --- |\n");
    for (String code : codes()) {
      var of =
          proofs.getOrDefault(code, List.of()).stream()
              .map(p -> p.sentence() + " (" + p.test() + ")")
              .sorted()
              .toList();
      text.append("| ")
          .append(code)
          .append(" | ")
          .append(of.isEmpty() ? "**open**" : String.join("<br>", of))
          .append(" |\n");
    }
    return text.toString();
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= LAST; i++) {
      codes.add("S" + i);
    }
    return codes;
  }
}
