package dev.interact.analysis.association;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.ArmLabels;
import dev.interact.analysis.features.Alignment;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RQ5 for people: what of questions and answers goes with learning. Of the dialogues themselves it
 * is association; among candidates that were drawn from one prefix, the question is the cause.
 */
public final class Association {
  private static final String NO_DIALOGUE =
      "This study has no dialogue in which a student asks, or none with an item that was wrong"
          + " before a turn: RQ5 needs the condition 'dynamic' or 'dynamic-with-lesson'.";
  private static final String MODEL =
      "Each row is an item that was wrong before a turn; the outcome is whether it is right after"
          + " it. The model is linear in probability, so that effects are accuracy points, with"
          + " fixed effects of the turn and of the concept (in each arm), and CR2 standard errors by"
          + " cluster. Features of questions and of answers are in models of their own, each feature beside the others of its table; each row counts the same. Of all this"
          + " nothing was set by chance: what goes with learning need not cause it.";
  private static final String LEXICAL =
      "Alignment is lexical: words are compared by their stems, not by what they mean.";
  private static final String OF_MEANING =
      "Alignment is of meaning: %s. Overlap is lexical: words are compared by their stems.";
  private static final String NO_CANDIDATES =
      "Whether a question's overlap causes learning is not tested: this study has no candidates,"
          + " which are several questions at one turn of one dialogue (a fork of the kind"
          + " 'candidates').";
  private static final String SAME_CANDIDATES =
      "Whether a question's overlap causes learning cannot be said: the candidates of this study"
          + " that were asked at one point overlap alike with the items that were wrong there.";

  private Association() {}

  /**
   * The section of a study.
   *
   * @param alignment compares meanings; null where words alone are compared
   */
  public static Section of(Source source, Alignment alignment) {
    return of(FeatureModels.of(source, alignment));
  }

  /** The section of models that are there already. */
  public static Section of(FeatureModels models) {
    return new Section("rq5", "RQ5: what makes a question good", blocks(models));
  }

  private static List<Block> blocks(FeatureModels models) {
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(asked(models));
    blocks.addAll(candidates(models));
    return blocks;
  }

  private static List<Block> asked(FeatureModels models) {
    if (models.questions().rows() == 0) {
      return List.of(new Block.Text(NO_DIALOGUE));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(MODEL + " " + compared(models.alignment())));
    blocks.add(new Block.Text(pooled(models.arms())));
    blocks.addAll(new EffectBlocks(Asked.QUESTIONS, models.questions()).blocks());
    blocks.addAll(new EffectBlocks(Asked.ANSWERS, models.answers()).blocks());
    return blocks;
  }

  private static String compared(Alignment alignment) {
    return alignment == null ? LEXICAL : OF_MEANING.formatted(alignment.description());
  }

  private static List<Block> candidates(FeatureModels models) {
    if (models.candidates().rows() > 0) {
      return new EffectBlocks(Asked.CANDIDATES, models.candidates()).blocks();
    }
    return List.of(new Block.Text(models.hasCandidates() ? SAME_CANDIDATES : NO_CANDIDATES));
  }

  private static String pooled(Collection<ArmKey> arms) {
    ArmLabels labels = new ArmLabels(arms);
    String names = arms.stream().map(labels::of).collect(Collectors.joining("; "));
    return arms.size() == 1
        ? "The dialogues are those of one arm: %s.".formatted(names)
        : "The dialogues are those of %d arms: %s. Concepts are compared within an arm, and an effect is one for all arms."
            .formatted(arms.size(), names);
  }
}
