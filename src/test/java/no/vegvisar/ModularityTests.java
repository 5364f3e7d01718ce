package no.vegvisar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep their borders (decisions §4). */
class ModularityTests {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("no.vegvisar");

  @Test
  void modules_use_only_the_modules_they_declare_and_there_is_no_circle() {
    ApplicationModules.of(VegvisarApplication.class).verify();
  }

  @Test
  void only_the_engine_module_and_process_packages_know_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("no.vegvisar.engine..", "..process..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .because("the engine can be left one day (ADR 0001)")
        .check(OURS);
  }

  @Test
  void nobody_asks_the_machine_what_time_it_is() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("no.vegvisar.kernel.MovableClock")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time comes from one clock (rule 10)")
        .check(OURS);
  }

  @Test
  void a_page_is_not_known_outside_its_module() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(org.springframework.stereotype.Controller.class)
        .should()
        .bePublic()
        .because("controllers answer addresses, not other classes")
        .allowEmptyShould(true)
        .check(OURS);
  }
}
