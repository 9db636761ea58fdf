package dev.interact.preparation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "dev.interact.preparation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_core_is_pure =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "dev.interact.contracts..",
              "dev.interact.study..",
              "dev.interact.preparation..");

  @ArchTest
  static final ArchRule only_data_sets_know_files =
      noClasses()
          .that()
          .resideOutsideOfPackage("..preparation.set..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..");

  @ArchTest
  static final ArchRule it_knows_neither_time_nor_the_network =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Instant.class, Thread.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.util.concurrent..");

  @ArchTest
  static final ArchRule items_know_nothing_of_the_flow =
      noClasses()
          .that()
          .resideInAPackage("..preparation.item..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..preparation.flow..", "..preparation.order..", "..preparation.recipe..");
}
