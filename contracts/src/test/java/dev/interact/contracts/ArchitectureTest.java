package dev.interact.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.interact.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule messages_need_nothing_but_jackson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.interact.contracts..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule what_students_get_knows_nothing_of_teachers_and_keys =
      classes()
          .that()
          .resideInAPackage("..contracts.student..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.interact.contracts",
              "dev.interact.contracts.student..",
              "com.fasterxml.jackson..");
}
