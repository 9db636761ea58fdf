package dev.interact.analysis.association;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.features.Alignment;
import dev.interact.analysis.source.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * RQ5's models.
 *
 * @param arms whose dialogues the first two are from: those in which students ask
 * @param questions features of the question, within arm and concept
 * @param answers features of the answer, within arm and concept
 * @param candidates the question's overlap alone, within prefix and item: among questions that
 *     could have been asked at one point of one dialogue
 * @param hasCandidates whether the study has any, be it that they do not differ
 * @param alignment what compares meanings; null where nothing does and overlap of words is all
 */
public record FeatureModels(
    SortedSet<ArmKey> arms,
    FeatureModel questions,
    FeatureModel answers,
    FeatureModel candidates,
    boolean hasCandidates,
    Alignment alignment) {

  /**
   * The models of a study.
   *
   * @param alignment null to leave meanings out
   */
  public static FeatureModels of(Source source, Alignment alignment) {
    Observations observations = Observations.of(source, alignment);
    boolean hasMeaning = alignment != null;
    List<Observation> asked = observations.asked();
    return new FeatureModels(
        observations.arms(),
        model(
            asked,
            Stream.concat(features(Feature.ofQuestions(hasMeaning), asked), types(asked)).toList()),
        model(asked, features(Feature.ofAnswers(hasMeaning), asked).toList()),
        candidates(varying(observations.candidates())),
        !observations.candidates().isEmpty(),
        alignment);
  }

  private static FeatureModel model(List<Observation> rows, List<Regressor> regressors) {
    return rows.isEmpty() ? FeatureModel.none() : FeatureModel.of(rows, regressors);
  }

  private static FeatureModel candidates(List<Observation> rows) {
    return model(rows, features(List.of(Feature.QUESTION_OVERLAP), rows).toList());
  }

  private static Stream<Regressor> features(List<Feature> features, List<Observation> rows) {
    return features.stream().map(feature -> Regressor.of(feature, rows));
  }

  private static Stream<Regressor> types(List<Observation> rows) {
    return rows.isEmpty() ? Stream.of() : Regressor.types(rows).stream();
  }

  /** Those of groups in which candidates overlap differently; others say nothing. */
  private static List<Observation> varying(List<Observation> rows) {
    Map<Integer, Set<Double>> overlaps = new HashMap<>();
    rows.forEach(
        row ->
            overlaps
                .computeIfAbsent(row.group(), group -> new HashSet<>())
                .add(row.value(Feature.QUESTION_OVERLAP)));
    return rows.stream().filter(row -> overlaps.get(row.group()).size() > 1).toList();
  }
}
