package dev.interact.student;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.interact.student",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_service_knows_no_type_that_holds_a_context_or_a_key =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.interact.contracts.teacher..",
              "dev.interact.chat.teacher..",
              "dev.interact.contracts.quiz..",
              "dev.interact.study..",
              "dev.interact.orchestrator..");
}
