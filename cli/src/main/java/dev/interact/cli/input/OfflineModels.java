package dev.interact.cli.input;

import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Human;
import dev.interact.study.StudyFile;
import dev.interact.study.fork.Fork;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offline models in place of those that a study names, as the registry says what stands in for
 * each; people stay. Models that become the same one are one from there on. The study gets another
 * name, so that it never takes the place of results of real models.
 */
final class OfflineModels {
  private static final String SUFFIX = "-offline";

  private final StudyFile original;
  private final Map<String, String> standIns;

  private OfflineModels(StudyFile original, Map<String, String> standIns) {
    this.original = original;
    this.standIns = standIns;
  }

  /**
   * Stand-ins for the models of a study.
   *
   * @throws InvalidInput if the registry does not know one of them
   */
  static OfflineModels of(StudyFile study, ModelRegistry registry) {
    Set<String> aliases =
        Stream.of(study.students(), study.teachers(), study.lessonAuthors())
            .flatMap(List::stream)
            .filter(alias -> !Human.is(alias))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    InvalidInput.throwIfAny(
        aliases.stream()
            .filter(alias -> registry.find(alias).isEmpty())
            .flatMap(alias -> registry.problem(alias).stream())
            .map(sentence -> new Problem(null, 0, null, sentence))
            .toList());
    Map<String, String> standIns = new LinkedHashMap<>();
    aliases.forEach(
        alias -> standIns.put(alias, registry.find(alias).map(Model::standsIn).orElseThrow()));
    return new OfflineModels(study, standIns);
  }

  /** The same study with them. */
  StudyFile study() {
    return new StudyFile(
        original.name() + SUFFIX,
        original.concepts(),
        original.conditions(),
        original.turns(),
        original.seeds(),
        offline(original.students()),
        offline(original.teachers()),
        offline(original.lessonAuthors()),
        original.quiz(),
        original.temperature(),
        original.maxTokens(),
        original.strategies(),
        original.styles(),
        original.asking(),
        original.forks().stream().map(this::offline).toList(),
        original.draws(),
        original.retest(),
        overrides(),
        original.analysis().withModels(standIns::get),
        original.sample(),
        original.prompts(),
        original.fresh(),
        original.budget());
  }

  private List<String> offline(List<String> aliases) {
    return aliases.stream()
        .map(alias -> Human.is(alias) ? alias : standIns.get(alias))
        .distinct()
        .toList();
  }

  private Fork offline(Fork fork) {
    return new Fork(
        fork.kind(),
        offline(fork.from()),
        offline(fork.students()),
        fork.framing(),
        fork.at(),
        fork.questions());
  }

  /** Of several models that become one, the first that has settings of its own gives them. */
  private Map<String, StudyFile.Settings> overrides() {
    Map<String, StudyFile.Settings> overrides = new LinkedHashMap<>();
    standIns.forEach(
        (alias, standIn) -> {
          if (original.overrides().containsKey(alias)) {
            overrides.putIfAbsent(standIn, original.overrides().get(alias));
          }
        });
    return overrides;
  }

  /** Who stands in for whom, in one line. */
  String sentence() {
    Map<String, List<String>> stoodInFor = new LinkedHashMap<>();
    standIns.forEach(
        (alias, standIn) ->
            stoodInFor.computeIfAbsent(standIn, any -> new ArrayList<>()).add(alias));
    String who =
        stoodInFor.entrySet().stream()
            .map(entry -> entry.getKey() + " for " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
    return "Offline models stand in, as study %s: %s.%s"
        .formatted(
            original.name() + SUFFIX,
            who,
            drops() ? " What is the same for several of them is run once." : "");
  }

  private boolean drops() {
    return Stream.of(original.students(), original.teachers(), original.lessonAuthors())
        .anyMatch(aliases -> offline(aliases).size() < aliases.size());
  }
}
