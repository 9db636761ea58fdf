package dev.interact.study;

import dev.interact.study.StudyFile.Quiz;
import dev.interact.study.StudyFile.Settings;
import dev.interact.study.StudyFile.Temperature;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Studies without a problem that say something, or nothing, of every field. */
final class RandomStudies {
  private static final List<String> STUDENTS = List.of("s1", "s2", "s3");
  private static final int TURNS = 4;

  private final Random random;

  private RandomStudies(long seed) {
    random = new Random(seed);
  }

  /** As many studies as asked for; the seed is printed. */
  static Stream<StudyFile> of(long seed, int number) {
    System.out.println("seed " + seed);
    RandomStudies studies = new RandomStudies(seed);
    return Stream.generate(studies::next).limit(number);
  }

  private StudyFile next() {
    boolean freely = random.nextBoolean();
    return new StudyFile(
        "x",
        List.of("x.jsonl"),
        Stream.concat(
                Stream.of(Condition.DYNAMIC),
                some(Condition.values()).stream().filter(c -> c != Condition.DYNAMIC))
            .toList(),
        TURNS,
        LongStream.rangeClosed(1, 2 + random.nextInt(2)).boxed().toList(),
        STUDENTS,
        some("t1", "t2"),
        random.nextBoolean() ? some("a1", "a2") : List.of(),
        random.nextBoolean() ? new Quiz(some(QuizMode.values())) : null,
        new Temperature(1.0, freely ? 0.5 : 0.0, freely ? 1.0 : 0.0),
        null,
        random.nextBoolean() ? some(Strategy.all().toArray(Strategy[]::new)) : null,
        random.nextBoolean() ? some(Style.values()) : null,
        new Asking(2 + random.nextInt(3), random.nextInt(4)),
        some(ForkKind.values()).stream().map(this::fork).toList(),
        new Draws(null, freely ? 2 : 1, 1 + random.nextInt(2), freely ? 2 : 1),
        random.nextBoolean() ? random.nextDouble() : null,
        random.nextBoolean() ? Map.of("s1", cold()) : null,
        null,
        null,
        null,
        random.nextBoolean(),
        null);
  }

  private static Settings cold() {
    return new Settings(
        new Settings.Sampled(0.0, null, null), new Settings.Largest(50, null, null, null));
  }

  private Fork fork(ForkKind kind) {
    boolean others = kind.donor() == ForkKind.Donor.OTHER_STUDENT;
    return new Fork(
        kind,
        others && random.nextBoolean() ? List.of("s1") : List.of(),
        random.nextBoolean() ? List.of("s2", "s3") : List.of(),
        kind.isFramed() ? some(Framing.OWN, Framing.OBSERVED) : List.of(),
        kind.isAtATurn() && random.nextBoolean()
            ? some(IntStream.rangeClosed(1, TURNS).boxed().toArray(Integer[]::new))
            : List.of(),
        kind == ForkKind.FIXED_QUESTIONS ? some("Who?", "What?", "Why?") : List.of());
  }

  /** One or more of some values, in their order. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  private <T> List<T> some(T... values) {
    T one = values[random.nextInt(values.length)];
    return Arrays.stream(values).filter(value -> value.equals(one) | random.nextBoolean()).toList();
  }
}
