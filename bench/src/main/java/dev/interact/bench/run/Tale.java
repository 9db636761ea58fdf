package dev.interact.bench.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A concept that is made up, as a line of a concept file has it. */
record Tale(String id, String domain, String title, String context, List<Item> quiz) {
  private static final String PARAGRAPH =
      """
      Tale %d, part %d. A heron kept the only ford of the river. She let nobody pass without a \
      toll of one silver button. When the miller came with no buttons left on his coat, she asked \
      for a song instead. He sang of the winter in which the river froze and everyone crossed for \
      nothing. The heron wept, and from that day she has asked for no toll at all.""";

  record Item(String id, String question, List<String> options, int answer) {}

  static Tale of(int number, int paragraphs, int items) {
    return new Tale(
        "tale-" + number,
        "tales",
        "The heron and the toll, " + number,
        IntStream.rangeClosed(1, paragraphs)
            .mapToObj(part -> PARAGRAPH.formatted(number, part))
            .collect(Collectors.joining("\n\n")),
        IntStream.rangeClosed(1, items).mapToObj(item -> item(number, item)).toList());
  }

  private static Item item(int number, int item) {
    return new Item(
        "i" + item,
        "What does item %d ask of tale %d?".formatted(item, number),
        List.of("a silver button", "a copper coin", "a loaf of bread", "a feather"),
        0);
  }
}
