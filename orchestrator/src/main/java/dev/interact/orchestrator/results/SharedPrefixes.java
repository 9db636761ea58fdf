package dev.interact.orchestrator.results;

import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.budget.Prices;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.size.InputTokens;
import dev.interact.orchestrator.size.PromptSize;
import dev.interact.orchestrator.size.SharedPrompts;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how much of the prompts of finished dialogues repeats how an earlier one began. */
@Singleton
class SharedPrefixes {
  private static final int DIALOGUES = 500;

  private final Results results;
  private final Library library;
  private final Prices prices;

  SharedPrefixes(Results results, Library library, Prices prices) {
    this.results = results;
    this.library = library;
    this.prices = prices;
  }

  /**
   * What was found of a study.
   *
   * @param arms of those that have finished dialogues
   * @param all null where there are none
   */
  record Shares(Map<Arm, Double> arms, Double all) {}

  /** Calls; one that several dialogues share counts once. */
  private final class Calls {
    private final Set<String> counted = new HashSet<>();
    private InputTokens tokens = InputTokens.NONE;

    /** What was counted with another dialogue comes first: it is sent once, and shared by both. */
    void add(List<Remade.Request> dialogue) {
      SharedPrompts prompts = new SharedPrompts();
      Map<Boolean, List<Remade.Request>> known =
          dialogue.stream().collect(Collectors.partitioningBy(one -> counted.contains(one.call())));
      known.get(true).forEach(one -> prompts.add(one.request()));
      for (Remade.Request one : known.get(false)) {
        SharedPrompts.Sizes sizes = prompts.add(one.request());
        counted.add(one.call());
        tokens =
            tokens.plus(
                new InputTokens(
                    tokens(one.request(), sizes.whole()), tokens(one.request(), sizes.shared())));
      }
    }
  }

  private long tokens(ModelRequest request, PromptSize size) {
    return prices.expectedTokens(request, size) - request.head().sampling().maxTokens();
  }

  /** Looks at a study, or where it is large at about five hundred of its dialogues. */
  Shares of(StudyRow study) {
    Map<Arm, Calls> arms = new HashMap<>();
    Calls all = new Calls();
    results.spread(
        study,
        DIALOGUES,
        dialogues -> {
          Remade remade = Remade.of(dialogues);
          for (DialogueRow dialogue : dialogues) {
            List<Remade.Request> requests =
                remade.requests(
                    library.study(study.id), dialogue, library.concept(dialogue.concept));
            arms.computeIfAbsent(dialogue.arm(), any -> new Calls()).add(requests);
            all.add(requests);
          }
        });
    return new Shares(
        arms.entrySet().stream()
            .filter(of -> of.getValue().tokens.share() != null)
            .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().tokens.share())),
        all.tokens.share());
  }
}
