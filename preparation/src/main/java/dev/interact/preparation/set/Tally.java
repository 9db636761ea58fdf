package dev.interact.preparation.set;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import dev.interact.preparation.order.Made;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Score;
import dev.interact.preparation.set.SetManifest.Domain;
import dev.interact.preparation.set.SetManifest.LeftOut;
import dev.interact.preparation.set.SetManifest.Terms;
import dev.interact.study.Concept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a data set is made of, concept by concept. */
final class Tally {
  private static final String NOTHING_PASSED = "None of its items passed.";

  private final Map<String, DomainTally> domains = new TreeMap<>();
  private final Map<String, Exam> exams = new LinkedHashMap<>();
  private final Map<Terms, Integer> terms = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  void add(Made made) {
    domains.computeIfAbsent(made.domain(), name -> new DomainTally()).add(made);
    Prepared prepared = made.prepared();
    if (prepared == null) {
      leftOut.add(new LeftOut(made.id(), made.domain(), true, made.failure(), List.of()));
      return;
    }
    prepared.exams().forEach(exam -> exams.merge(exam.model(), exam, Tally::sum));
    if (prepared.concept().quiz().isEmpty()) {
      leftOut.add(new LeftOut(made.id(), made.domain(), false, NOTHING_PASSED, prepared.exams()));
    } else {
      Concept concept = prepared.concept();
      terms.merge(new Terms(concept.licence(), concept.source(), 0), 1, Integer::sum);
    }
  }

  private static Exam sum(Exam one, Exam other) {
    return new Exam(
        one.model(),
        sum(one.before(), other.before()),
        sum(one.kept(), other.kept()),
        sum(one.fresh(), other.fresh()));
  }

  private static Score sum(Score one, Score other) {
    return new Score(
        one.right() + other.right(),
        one.answers() + other.answers(),
        one.unread() + other.unread());
  }

  List<Domain> domains() {
    return domains.entrySet().stream()
        .map(domain -> domain.getValue().domain(domain.getKey()))
        .toList();
  }

  List<Exam> exams() {
    return List.copyOf(exams.values());
  }

  List<Terms> terms() {
    return terms.entrySet().stream()
        .map(term -> new Terms(term.getKey().licence(), term.getKey().source(), term.getValue()))
        .sorted(
            comparing(Terms::licence, nullsFirst(String::compareTo))
                .thenComparing(Terms::source, nullsFirst(String::compareTo)))
        .toList();
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }
}
