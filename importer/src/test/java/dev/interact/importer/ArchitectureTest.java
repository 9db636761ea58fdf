package dev.interact.importer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.interact.importer", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importing_is_files_alone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.sql..", "io.quarkus..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule texts_know_no_format =
      noClasses()
          .that()
          .resideInAPackage("..importer.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..importer.format..", "..importer.table..", "..importer.output..");

  @ArchTest
  static final ArchRule readers_do_not_write =
      noClasses()
          .that()
          .resideInAnyPackage("..importer.format..", "..importer.table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..importer.output..");
}
