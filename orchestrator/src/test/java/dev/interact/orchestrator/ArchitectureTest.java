package dev.interact.orchestrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.interact.orchestrator.rest.Audited;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.StreamingOutput;

@AnalyzeClasses(
    packages = "dev.interact.orchestrator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_depend_on_each_other_in_one_direction =
      slices().matching("dev.interact.orchestrator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_core_knows_no_framework =
      classes()
          .that()
          .resideInAnyPackage("..orchestrator.dialogue..", "..orchestrator.quiz..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.interact.contracts..",
              "dev.interact.study..",
              "..orchestrator.dialogue..",
              "..orchestrator.quiz..");

  @ArchTest
  static final ArchRule what_is_said_to_be_pure_is =
      noClasses()
          .that()
          .haveSimpleName("Presence")
          .or()
          .haveSimpleName("RetryPolicy")
          .or()
          .haveSimpleName("Curve")
          .or()
          .haveSimpleName("CallSpecs")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.apache.kafka..");

  /** A plan changes nothing; what people do at seats, and who signs in, is stored as such. */
  @ArchTest
  static final ArchRule what_changes_something_is_audited =
      methods()
          .that()
          .areAnnotatedWith(POST.class)
          .or()
          .areAnnotatedWith(PUT.class)
          .or()
          .areAnnotatedWith(DELETE.class)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages("..plan..", "..seat..")
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveSimpleName("SessionResource")
          .should()
          .beAnnotatedWith(Audited.class);

  @ArchTest
  static final ArchRule what_is_handed_out_whole_is_audited =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .and()
          .haveRawReturnType(StreamingOutput.class)
          .should()
          .beAnnotatedWith(Audited.class);

  @ArchTest
  static final ArchRule a_seat_knows_neither_contexts_nor_keys =
      noClasses()
          .that()
          .resideInAPackage("..orchestrator.seat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..orchestrator.quiz..",
              "..orchestrator.results..",
              "..orchestrator.grading..",
              "dev.interact.contracts.teacher..",
              "dev.interact.contracts.quiz..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Concept")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("ConceptRow")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Library")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("Scene");

  @ArchTest
  static final ArchRule only_results_and_requests_read_what_models_said =
      noClasses()
          .that()
          .resideOutsideOfPackages("..progress..", "..dispatch..", "..results..", "..view..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Spoken");
}
