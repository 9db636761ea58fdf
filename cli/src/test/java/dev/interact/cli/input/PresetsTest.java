package dev.interact.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.cli.Terminal;
import dev.interact.cli.Workplace;
import dev.interact.cli.stack.ModelsOption;
import dev.interact.study.Cell;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.strategy.Strategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The studies that are shipped can be run as they are, and with offline models. */
class PresetsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAPER = ROOT.resolve("studies/paper");
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final Workplace WORKPLACE =
      new Workplace(
          ROOT,
          variable -> variable.endsWith("_KEY") ? "a key" : null,
          new Terminal(NOWHERE, NOWHERE, false));

  /**
   * What all.yaml may take on two cores in ten minutes, at 150 calls a second, with a third left.
   */
  private static final long FEW_MINUTES_OF_CALLS = 60_000;

  static Stream<Path> presets() {
    return list(ROOT.resolve("studies")).flatMap(PresetsTest::list);
  }

  private static Stream<Path> list(Path place) {
    if (!Files.isDirectory(place)) {
      return Stream.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PreparedStudy named(Path file) {
    return PreparedStudy.read(file, WORKPLACE, new ModelsOption());
  }

  private static PreparedStudy offline(Path file) {
    ModelsOption offline =
        CommandLine.populateCommand(new ModelsOption(), "--models", ModelsOption.OFFLINE);
    return PreparedStudy.read(file, WORKPLACE, offline);
  }

  private static void assertPlanned(PreparedStudy prepared) {
    ModelAliases.check(prepared.study(), new ModelsOption().registry(WORKPLACE));
    assertThat(ModelAliases.of(prepared.study()))
        .containsExactlyInAnyOrderElementsOf(prepared.study().models());
    assertThat(Matrix.plannedCalls(prepared.study(), prepared.concepts())).isPositive();
    assertThat(labels(prepared.study()))
        .containsAll(prepared.study().forks().stream().map(fork -> fork.kind().label()).toList());
  }

  private static Set<String> labels(StudyFile study) {
    return Matrix.cells(study).stream().map(Cell::label).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_shipped_study_can_be_run(Path file) {
    assertPlanned(named(file));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void with_offline_models_the_models_alone_are_others(Path file) {
    StudyFile named = named(file).study();
    PreparedStudy offline = offline(file);

    assertPlanned(offline);
    assertThat(offline.study().models()).isSubsetOf("offline", "offline-weak");
    assertThat(offline.study().name()).isEqualTo(named.name() + "-offline");
    assertThat(labels(offline.study())).isEqualTo(labels(named));
    assertThat(offline.study().forks()).hasSameSizeAs(named.forks());
    assertThat(offline.study())
        .usingRecursiveComparison()
        .ignoringFields(
            "name", "students", "teachers", "lessonAuthors", "forks", "overrides", "analysis")
        .isEqualTo(named);
    assertThat(offline.study().analysis())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*\\.(student|teacher|lessonAuthor|from)")
        .isEqualTo(named.analysis());
  }

  @Test
  void the_papers_studies_have_weak_and_strong_models_offline_too() {
    assertThat(offline(PAPER.resolve("rq3.yaml")).study())
        .satisfies(
            study -> {
              assertThat(study.students()).containsExactly("offline-weak");
              assertThat(study.teachers()).containsExactly("offline-weak", "offline");
              assertThat(study.lessonAuthors()).containsExactly("offline-weak", "offline");
            });
    assertThat(offline(PAPER.resolve("rq4.yaml")).study().forks().getFirst())
        .satisfies(
            fork -> {
              assertThat(fork.from()).containsExactly("offline");
              assertThat(fork.students()).containsExactly("offline-weak");
            });
  }

  @Test
  void everything_at_once_is_everything_and_takes_minutes() {
    PreparedStudy all = offline(PAPER.resolve("all.yaml"));
    List<Cell> cells = Matrix.cells(all.study());

    assertThat(labels(all.study()))
        .containsAll(Arrays.stream(ForkKind.values()).map(ForkKind::label).toList());
    assertThat(cells.stream().map(Cell::strategy).filter(Objects::nonNull)).containsAll(ofTexts());
    assertThat(all.study().retest()).isPositive();
    assertThat(Matrix.plannedCalls(all.study(), all.concepts())).isLessThan(FEW_MINUTES_OF_CALLS);
  }

  private static List<Strategy> ofTexts() {
    return Strategy.all().stream().filter(strategy -> !strategy.label().equals("visual")).toList();
  }

  @Test
  void styles_images_and_sampled_sheets_have_studies_of_their_own() {
    assertThat(named(PAPER.resolve("styles.yaml")).study().styles())
        .containsExactly(Style.values());
    assertThat(named(PAPER.resolve("images.yaml")).concepts())
        .allSatisfy(concept -> assertThat(concept.image()).isNotNull());
    assertThat(named(PAPER.resolve("all.yaml")).concepts())
        .allSatisfy(concept -> assertThat(concept.image()).isNull());
    assertThat(named(PAPER.resolve("passk.yaml")).study().draws().sheet()).isGreaterThan(1);
  }
}
