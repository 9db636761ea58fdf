package dev.interact.cli.input;

import static java.util.stream.Collectors.toMap;

import dev.interact.cli.Workplace;
import dev.interact.cli.stack.ModelsOption;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.registry.RegistryException;
import dev.interact.study.Concept;
import dev.interact.study.ConceptSample;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.file.ConceptFiles;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A study with all that its file refers to.
 *
 * @param concepts those drawn, in order
 * @param sets the data sets that they are from
 */
public record PreparedStudy(Submission submission, List<Concept> concepts, UsedSets sets) {
  private static final Path CURRENT = Path.of("");

  /**
   * Reads a study file, its concepts and its prompts.
   *
   * @param root the checkout, one of the folders that concepts are looked for in
   * @param owner who pays for it
   * @throws InvalidInput if any of them is wrong
   */
  public static PreparedStudy read(Path file, Path root, String owner) {
    String yaml = TextFile.read(file);
    StudyFile study = StudyFiles.read(yaml, file.toString());
    Path folder = file.toAbsolutePath().getParent();
    List<Path> files =
        ConceptFiles.find(study.concepts(), List.of(CURRENT, root, folder), file.toString());
    UsedSets sets = UsedSets.of(files);
    List<Concept> concepts = ConceptSample.of(ConceptFiles.read(files), study.sample());
    Prompts prompts = Prompts.load(Optional.ofNullable(study.prompts()).map(folder::resolve));
    List<String> hashes = concepts.stream().map(Concept::hash).toList();
    return new PreparedStudy(
        new Submission(yaml, study, hashes, used(prompts, concepts), owner, sets.references()),
        concepts,
        sets);
  }

  /**
   * Reads a study file as a command line asks for it: with offline models in place of its own where
   * that is said, and a line that says so; and a line for each student that a data set was filtered
   * by.
   *
   * @throws InvalidInput if anything is wrong, or offline models leave nothing to compare
   */
  public static PreparedStudy read(Path file, Workplace workplace, ModelsOption models) {
    PreparedStudy prepared = rehearsed(file, workplace, models);
    if (!prepared.sets.references().isEmpty()) {
      prepared
          .sets
          .warnings(prepared.study().students(), ids(workplace, models))
          .forEach(workplace.terminal()::say);
    }
    return prepared;
  }

  /** What the registry gives aliases; nothing where there is none to read, as with --url. */
  private static Function<String, Optional<String>> ids(Workplace workplace, ModelsOption models) {
    try {
      ModelRegistry registry = models.registry(workplace);
      return alias -> registry.find(alias).map(Model::model);
    } catch (RegistryException e) {
      return alias -> Optional.empty();
    }
  }

  private static PreparedStudy rehearsed(Path file, Workplace workplace, ModelsOption models) {
    PreparedStudy named = read(file, workplace.root(), workplace.owner());
    if (!models.isOffline()) {
      return named;
    }
    OfflineModels offline = OfflineModels.of(named.study(), models.registry(workplace));
    PreparedStudy rehearsal = named.with(offline);
    InvalidInput.throwIfAny(
        SubmissionCheck.problems(rehearsal.submission()).stream()
            .map(problem -> inPlace(problem, file))
            .toList());
    workplace.terminal().say(offline.sentence());
    return rehearsal;
  }

  private static Problem inPlace(Problem problem, Path file) {
    return new Problem(
        file + " with --models " + ModelsOption.OFFLINE, 0, problem.field(), problem.message());
  }

  private PreparedStudy with(OfflineModels offline) {
    return new PreparedStudy(
        new Submission(
            "# " + offline.sentence() + "\n" + submission.file(),
            offline.study(),
            submission.concepts(),
            submission.prompts(),
            submission.owner(),
            submission.sets()),
        concepts,
        sets);
  }

  public StudyFile study() {
    return submission.study();
  }

  private static Map<String, PromptSet> used(Prompts prompts, List<Concept> concepts) {
    return Stream.concat(Stream.of(PromptSet.GENERAL), concepts.stream().map(Concept::domain))
        .distinct()
        .collect(toMap(domain -> domain, prompts::forDomain));
  }
}
