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
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes which demand of the owner's documents (S1–S192) and which hard case of the field (E1–E15)
 * is proved by which test into {@code target/requirements.md} and {@code .json}. Only what ran and
 * passed counts, every case of it; a skipped or failed test leaves its demand open.
 */
public class RequirementMatrix implements TestExecutionListener {

  private static final int LAST = 192;

  /** Hard cases of the field that a system of this kind must get right, E1 to E15. */
  private static final List<String> EDGES =
      List.of(
          "received on a Saturday, in Easter week or after two forwardings: the first date counts",
          "what was asked for is never answered: the decision is due all the same",
          "turns 23 or 18 between receipt and decision: age is frozen, the rule shown",
          "start date past the cap, before today or on a holiday",
          "appointment moved past the deadline: by the clinic a breach, by the patient a label",
          "detox ends on a Friday with nothing booked",
          "two pathways at once: the strictest clock",
          "consent withdrawn while something is queued",
          "next of kin to one and patient in own name: neither case reveals the other",
          "strictly protected address",
          "complaint late, oral, or by a relative without power of attorney",
          "death of the patient",
          "moves to another municipality",
          "a colleague or a colleague's relative as patient",
          "referred again within an open case; LAR without the municipality's signature");

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
      text.append("| ")
          .append(code)
          .append(" | ")
          .append(words(proofs.getOrDefault(code, List.of())))
          .append(" |\n");
    }
    text.append("\n# Hard cases\n\n| case | | proved by |\n| --- | --- | --- |\n");
    for (int i = 0; i < EDGES.size(); i++) {
      text.append("| E").append(i + 1).append(" | ").append(EDGES.get(i)).append(" | ");
      text.append(words(proofs.getOrDefault("E" + (i + 1), List.of()))).append(" |\n");
    }
    return text.toString();
  }

  private static String words(List<Proof> of) {
    return of.isEmpty()
        ? "**open**"
        : of.stream()
            .map(p -> p.sentence() + " (" + p.test() + ")")
            .sorted()
            .collect(Collectors.joining("<br>"));
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= LAST; i++) {
      codes.add("S" + i);
    }
    return codes;
  }
}
