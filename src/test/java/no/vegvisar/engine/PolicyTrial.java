package no.vegvisar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.support.GenericApplicationContext;

/** Tries the policy on shipped files with something changed in them. */
final class PolicyTrial {

  static final Path PROCESSES = Path.of("processes");

  private static final Set<String> ROLES =
      Set.of(
          "intake",
          "assessor",
          "signer",
          "unit-lead",
          "therapist",
          "doctor",
          "allocation",
          "coordinating-unit",
          "municipal-coordinator");

  static final ModelPolicy POLICY = policy();

  private PolicyTrial() {}

  static void refused(String bpmn, String... reasons) {
    assertThat(keys(check(bpmn))).contains(reasons);
  }

  static List<Models.Finding> check(String bpmn) {
    Matcher key = Pattern.compile("<bpmn:process id=\"([^\"]+)\"").matcher(bpmn);
    assertThat(key.find()).isTrue();
    Path shipped = PROCESSES.resolve(key.group(1) + ".bpmn");
    assertThat(bpmn).as("the attack changed the file").isNotEqualTo(read(shipped));
    Map<String, String> files = new HashMap<>();
    files.put(shipped.toString(), bpmn);
    Matcher forms = Pattern.compile("camunda:formRef=\"([^\"]+)\"").matcher(read(shipped));
    while (forms.find()) {
      String form = "forms/" + forms.group(1) + ".form";
      files.put(form, read(Path.of(form)));
    }
    return POLICY.check(files);
  }

  static List<String> keys(List<Models.Finding> findings) {
    return findings.stream().map(f -> f.reasonKey().substring("engine.policy.".length())).toList();
  }

  static String intake() {
    return read(PROCESSES.resolve("referral-intake.bpmn"));
  }

  static String pathway() {
    return read(PROCESSES.resolve("treatment-pathway.bpmn"));
  }

  static String routing() {
    return read(PROCESSES.resolve("referral-routing.dmn"));
  }

  static String sample(String name) {
    return read(Path.of("src/test/resources/samples", name));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The policy with every step the shipped processes name, and the clock of the catalogue. */
  private static ModelPolicy policy() {
    var context = new GenericApplicationContext();
    try (var files = Files.list(PROCESSES)) {
      files
          .filter(f -> f.toString().endsWith(".bpmn"))
          .forEach(
              f -> {
                Matcher steps =
                    Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"").matcher(read(f));
                while (steps.find()) {
                  if (!context.containsBeanDefinition(steps.group(1))) {
                    context.registerBean(steps.group(1), JavaDelegate.class, () -> execution -> {});
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.registerBean("deadlines", Clocks.class, Clocks::new);
    context.registerBean("dangerous", Dangerous.class, Dangerous::new);
    context.registerBean("roles", RoleCatalogue.class, () -> () -> ROLES);
    context.refresh();
    return new ModelPolicy(new Catalogue(context), context.getBeanProvider(RoleCatalogue.class));
  }

  /** Stands for the catalogue bean of the deadlines. */
  public static class Clocks {

    @ProcessCallable
    public Date due(String rule, String subject) {
      return new Date(0);
    }

    @ProcessCallable
    public Date warn(String rule, int n, String subject) {
      return new Date(0);
    }

    @ProcessCallable
    public Date over(String rule, String subject) {
      return new Date(0);
    }
  }

  /** A bean of the application that no model may reach. */
  public static class Dangerous {

    public String rm() {
      return "gone";
    }
  }
}
