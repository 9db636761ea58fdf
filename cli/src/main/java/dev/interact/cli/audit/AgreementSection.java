package dev.interact.cli.audit;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.cli.dataset.Share;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An audit's agreement as sentences and tables. */
record AgreementSection(Agreement agreement) {
  private static final int SHOWN = 100;

  Section section(boolean withDisagreements) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(shares());
    agreement.shares().stream()
        .filter(said -> said.criterion() == Criterion.ALL)
        .map(this::besidePaper)
        .forEach(blocks::add);
    blocks.add(pairs());
    if (withDisagreements) {
      blocks.add(disagreements());
    }
    return new Section("audit", "Audit of data set " + agreement.set(), blocks);
  }

  private Block shares() {
    List<List<String>> rows =
        agreement.shares().stream()
            .map(
                said ->
                    List.of(
                        said.auditor(),
                        said.criterion().label(),
                        Figure.count(said.kept().of()),
                        Figure.count(said.kept().yes()),
                        said.kept().cell(),
                        Figure.count(said.dropped().of()),
                        Figure.count(said.dropped().yes()),
                        said.dropped().cell()))
            .toList();
    List<String> header =
        List.of("auditor", "criterion", "kept", "yes", "per cent", "dropped", "yes", "per cent");
    List<String> notes =
        Stream.concat(
                Stream.of(
                    "Kept: items in the set. Dropped: items that a gate dropped. Per cent of yes with the cluster-robust 95% interval by concept. Of items that two auditors answered, 'all auditors' counts both answers."),
                agreement.shares().stream()
                    .flatMap(said -> Stream.of(said.kept(), said.dropped()))
                    .filter(share -> share.of() > 0)
                    .map(Share::noInterval)
                    .filter(Objects::nonNull)
                    .distinct())
            .toList();
    return new Table(header, 2, rows)
        .block("shares", "How many items meet the criteria", notes.toArray(String[]::new));
  }

  private Block besidePaper(Agreement.Said said) {
    Share kept = said.kept();
    return new Block.Text(
        kept.share() == null
            ? "%s answered all three criteria of no item that was kept.".formatted(said.auditor())
            : String.format(
                Locale.ROOT,
                "%s: %d of %d answers on kept items meet all three criteria, %s per cent; %.0f in the paper's audit.",
                said.auditor(),
                kept.yes(),
                kept.of(),
                kept.cell(),
                100 * agreement.paper()));
  }

  private Block pairs() {
    List<List<String>> rows =
        agreement.pairs().stream()
            .map(
                pair ->
                    List.of(
                        pair.one(),
                        pair.other(),
                        pair.criterion().label(),
                        Figure.count(pair.n()),
                        pair.n() == 0
                            ? "-"
                            : String.format(Locale.ROOT, "%.1f", 100.0 * pair.agreed() / pair.n()),
                        pair.kappa() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.2f", pair.kappa())))
            .toList();
    List<String> header = List.of("one", "other", "criterion", "items", "agree, per cent", "kappa");
    return new Table(header, 3, rows)
        .block("agreement", "How far two raters agree: Cohen's kappa", notes());
  }

  /** What must be known of pairs, once for all criteria that it is said of. */
  private String[] notes() {
    Map<List<String>, List<String>> criteria = new LinkedHashMap<>();
    agreement.pairs().stream()
        .filter(pair -> pair.note() != null)
        .forEach(
            pair ->
                criteria
                    .computeIfAbsent(
                        List.of(pair.one(), pair.other(), pair.note()), none -> new ArrayList<>())
                    .add(pair.criterion().label()));
    return criteria.entrySet().stream()
        .map(
            note ->
                "%s and %s, %s: %s"
                    .formatted(
                        note.getKey().get(0),
                        note.getKey().get(1),
                        String.join(", ", note.getValue()),
                        note.getKey().get(2)))
        .toArray(String[]::new);
  }

  private Block disagreements() {
    List<List<String>> rows =
        agreement.disagreements().stream()
            .map(
                one ->
                    List.of(
                        one.key(),
                        one.kept() ? "kept" : "dropped",
                        line(one.question()),
                        joined(one.answers()),
                        joined(one.comments())))
            .toList();
    String order =
        Criterion.asked().stream().map(Criterion::label).collect(Collectors.joining(", "));
    return new Table(List.of("item", "", "question", "answers", "comments"), 5, rows)
        .block(
            "disagreements",
            "Items on which raters differ",
            rows.isEmpty()
                ? "There are none."
                : "Answers are on %s, in this order.".formatted(order));
  }

  private static String joined(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> text.getKey() + ": " + line(text.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String line(String text) {
    String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
