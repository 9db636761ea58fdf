package dev.interact.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.interact.chat",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule what_the_student_sees_is_made_of_what_it_is_sent_alone =
      classes()
          .that()
          .resideInAnyPackage("dev.interact.chat", "dev.interact.chat.student..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.samskivert.mustache",
              "dev.interact.chat",
              "dev.interact.chat.student..",
              "dev.interact.contracts",
              "dev.interact.contracts.student..");
}
