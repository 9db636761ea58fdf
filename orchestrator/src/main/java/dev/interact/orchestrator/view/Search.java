package dev.interact.orchestrator.view;

import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.rest.SearchedText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for words in the questions and answers of a study; case does not matter. */
final class Search {
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})-([01])");

  private final Sought sought;
  private final Pattern words;

  Search(Sought sought) {
    this.sought = sought;
    this.words =
        Pattern.compile(Pattern.quote(sought.q), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A text that the words are in.
   *
   * @param dialogue its id
   * @param turn from 1
   * @param role student (a question) or teacher (an answer)
   * @param excerpt of the text, about the first place
   * @param match where the words begin and end in the excerpt, in UTF-16 units
   */
  record Hit(
      String dialogue,
      String conceptId,
      String arm,
      int turn,
      String role,
      String excerpt,
      List<Integer> match) {}

  /** A turn that the words are in. */
  private record Turn(
      long rank,
      String dialogue,
      String conceptId,
      String arm,
      int number,
      String question,
      String answer) {}

  /** Where a hit is: a cursor. */
  private record Place(long rank, int turn, int part) {
    static final Place BEFORE_ALL = new Place(-1, 0, 0);

    static Place of(PageRequest page) {
      if (page.cursor == null) {
        return BEFORE_ALL;
      }
      var matcher = CURSOR.matcher(page.cursor);
      if (!matcher.matches()) {
        throw page.unknownCursor();
      }
      return new Place(
          Long.parseLong(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    }

    boolean isAfter(Place other) {
      return rank != other.rank
          ? rank > other.rank
          : turn != other.turn ? turn > other.turn : part > other.part;
    }

    @Override
    public String toString() {
      return "%d-%d-%d".formatted(rank, turn, part);
    }
  }

  private record Found(Place place, Hit hit) {}

  /** A page of what a study has. */
  Page<Hit> page(String study, PageRequest request) {
    Place after = Place.of(request);
    List<Found> found =
        turns(study, after, request.size()).stream()
            .flatMap(this::hits)
            .filter(one -> one.place().isAfter(after))
            .limit(request.size() + 1L)
            .toList();
    return Page.of(found, request, Found::place)
        .map(some -> some.stream().map(Found::hit).toList());
  }

  /** The turn of the last hit comes again, for its answer may be one more. */
  private List<Turn> turns(String study, Place after, int size) {
    return TurnRow.find(
            """
            select d.rank, d.id, d.conceptId, d.arm, t.id.number, coalesce(t.asked, q.reply), a.reply
            from DialogueRow d
            join TurnRow t on t.id.dialogue = d.id
            left join CallRow q on q.key = t.question
            left join CallRow a on a.key = t.answer
            where d.study = ?1 and (d.rank > ?2 or d.rank = ?2 and t.id.number >= ?3)
              and (?5 = '' or d.arm = ?5)
              and (?6 = true and coalesce(t.asked, q.reply) ilike ?4 escape '!'
                or ?7 = true and a.reply ilike ?4 escape '!')
            order by d.rank, t.id.number
            """,
            study,
            after.rank(),
            after.turn(),
            SearchedText.within(sought.q),
            sought.arm == null ? "" : sought.arm,
            sought.includes("student"),
            sought.includes("teacher"))
        .project(Turn.class)
        .range(0, size + 1)
        .list();
  }

  private Stream<Found> hits(Turn turn) {
    return Stream.of(
            hit(turn, 0, "student", turn.question()), hit(turn, 1, "teacher", turn.answer()))
        .flatMap(found -> found);
  }

  private Stream<Found> hit(Turn turn, int part, String role, String text) {
    return Excerpt.of(sought.includes(role) ? text : null, words).stream()
        .map(
            excerpt ->
                new Found(
                    new Place(turn.rank(), turn.number(), part),
                    new Hit(
                        turn.dialogue(),
                        turn.conceptId(),
                        turn.arm(),
                        turn.number(),
                        role,
                        excerpt.text(),
                        List.of(excerpt.from(), excerpt.to()))));
  }
}
