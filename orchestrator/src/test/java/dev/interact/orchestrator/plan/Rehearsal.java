package dev.interact.orchestrator.plan;

import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.dispatch.Scene;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.StudyCalls;
import dev.interact.orchestrator.progress.Walk;
import dev.interact.orchestrator.progress.Walked;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Concept;
import dev.interact.study.Matrix;
import dev.interact.study.Submission;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A study on one concept whose models say things drawn at random. */
final class Rehearsal {
  private static final List<String> WORDS =
      List.of(
          "bell", "Orrin", "storm", "naïve", "<i>", "{{so}}", "42", "日本", "A)", "rope.", "why?");
  private static final List<String> ENDS = List.of("", "", ".", " ", "\n", "\n\n");
  private static final double UNREADABLE = 0.2;
  private static final int ITEMS = 4;

  /** A request of a dialogue, and the step that it is made for. */
  record Made(DialogueRow dialogue, StepRow step, ModelRequest request) {}

  private final Random random;
  private final Submission study;
  private final Library.Shelf shelf;
  private final Map<String, CallRow> ledger = new HashMap<>();

  Rehearsal(String yaml, boolean isImage, long seed) {
    random = new Random(seed);
    Concept concept = concept(isImage);
    shelf = new Library.Shelf(concept, ShownQuiz.of(concept, 0));
    study =
        new Submission(
            "",
            StudyFiles.read("name: s\nconcepts: [c]\n" + yaml, "s"),
            List.of(concept.hash()),
            Map.of(PromptSet.GENERAL, Prompts.load(Optional.empty()).forDomain(concept.domain())),
            "");
  }

  private Concept concept(boolean isImage) {
    byte[] image = new byte[40];
    random.nextBytes(image);
    return new Concept(
        "c",
        isImage ? "images" : "news",
        "title",
        isImage ? null : sentences(40),
        isImage ? new Concept.Image("image/png", image) : null,
        IntStream.range(0, ITEMS).mapToObj(this::item).toList(),
        null,
        null,
        Map.of());
  }

  private Concept.QuizItem item(int number) {
    return new Concept.QuizItem(
        "i" + number, null, words(5) + "?", List.of("a " + number, "b", "c"), 1, Map.of());
  }

  /** The requests of all its dialogues, each dialogue's in the order of its steps. */
  List<List<Made>> requests() {
    List<Walked> walks = walk();
    while (answer(walks)) {
      walks = walk();
    }
    return walks.stream().map(this::made).toList();
  }

  private List<Walked> walk() {
    StudyCalls calls = new StudyCalls(study, hash -> shelf, (dialogue, alias) -> alias);
    List<DialogueRow> planned =
        DialogueRow.planned(
            "study",
            study.study(),
            shelf.concept(),
            study.concepts().getFirst(),
            Matrix.cells(study.study()));
    return new Walk(
            calls,
            keys -> keys.stream().map(ledger::get).filter(Objects::nonNull).toList(),
            Walk.Gap.STOPS)
        .over(planned);
  }

  /** Whether there was anything to answer. */
  private boolean answer(List<Walked> walks) {
    Map<String, CallSpec> open =
        walks.stream()
            .flatMap(walked -> walked.legs().stream())
            .filter(leg -> !leg.isAnswered())
            .collect(Collectors.toMap(leg -> leg.spec().key(), Walked.Leg::spec, (a, b) -> a));
    open.forEach((key, spec) -> ledger.put(key, answered(spec)));
    return !open.isEmpty();
  }

  private CallRow answered(CallSpec spec) {
    CallRow call = new CallRow(spec, 0);
    call.status = CallRow.Status.DONE;
    call.reply = spec.kind() == CallKind.QUESTION ? question() : sentences(1 + random.nextInt(4));
    if (spec.kind().isGraded() && random.nextDouble() < UNREADABLE) {
      call.formatError = "Line %d is odd: %s.".formatted(random.nextInt(9), words(2));
    }
    return call;
  }

  /** Some of them in the form that a strategy asks for. */
  private String question() {
    return switch (random.nextInt(4)) {
      case 0 -> "1. %s?\n2. %s?".formatted(words(4), words(3));
      case 1 -> "KNOWN: %s\nMISSING: %s\nQUESTION: %s?".formatted(words(2), words(2), words(5));
      case 2 -> "CONFIDENCE: %d\nQUESTION: %s?".formatted(random.nextInt(101), words(4));
      default -> words(6) + "?" + end();
    };
  }

  private String sentences(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> words(3 + random.nextInt(9)) + "." + end())
        .collect(Collectors.joining(" "));
  }

  private String words(int number) {
    return random
        .ints(number, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  private String end() {
    return ENDS.get(random.nextInt(ENDS.size()));
  }

  private List<Made> made(Walked walked) {
    Scene scene =
        new Scene(
            study.study(), walked.dialogue(), shelf, study.promptsFor(walked.dialogue().domain));
    Foreseen foreseen = new Foreseen(walked, scene);
    Predicate<Walked.Leg> answered = Walked.Leg::isAnswered;
    return walked.legs().stream()
        .filter(answered)
        .map(
            leg ->
                new Made(
                    walked.dialogue(),
                    leg.step(),
                    foreseen.request(
                        leg,
                        call -> {
                          throw new IllegalStateException("everything is answered");
                        })))
        .toList();
  }
}
