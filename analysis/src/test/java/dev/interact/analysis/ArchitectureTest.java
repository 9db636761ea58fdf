package dev.interact.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "dev.interact.analysis",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_analysis_knows_nothing_of_services =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule answers_know_nothing_of_what_is_made_of_them =
      onlyDependsOn("answers", "dev.interact.analysis.answers..");

  @ArchTest
  static final ArchRule tables_know_nothing_of_curves_and_contrasts =
      onlyDependsOn("table", "dev.interact.analysis.answers..", "dev.interact.analysis.table..");

  @ArchTest
  static final ArchRule features_need_no_table =
      onlyDependsOn(
          "features", "dev.interact.analysis.answers..", "dev.interact.analysis.features..");

  private static ArchRule onlyDependsOn(String name, String... packages) {
    return classes()
        .that()
        .resideInAPackage("dev.interact.analysis." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    Arrays.stream(packages),
                    Stream.of("java..", "dev.interact.study..", "com.fasterxml.jackson.."))
                .toArray(String[]::new));
  }
}
