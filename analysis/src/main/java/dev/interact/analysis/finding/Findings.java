package dev.interact.analysis.finding;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Listing;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Standing;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the results of a study mean. */
public final class Findings {
  /** Most sentences of the headline that a question without primary contrasts may have. */
  private static final int MOST_OF_ONE = 2;

  private final Basis basis;
  private final WhoAnswered who;
  private final List<Gate> gates;
  private final Served served;
  private final Cautions cautions;

  private Findings(Basis basis) {
    this.basis = basis;
    this.who = new WhoAnswered(basis);
    this.served = Served.of(basis, basis::label);
    this.gates = Gate.all(basis);
    this.cautions = new Cautions(gates, served, served);
  }

  /** The findings of a study. */
  public static Report of(Source source, long seed) {
    return of(source, seed, List.of());
  }

  /**
   * The findings of a study, and what others find.
   *
   * @param seed of what is drawn at random: the same seed gives the same report
   * @param more sections that come after the research questions
   * @throws dev.interact.study.input.InvalidInput if the answers are none
   */
  public static Report of(Source source, long seed, List<Section> more) {
    return new Findings(Basis.of(source, seed)).report(more);
  }

  private Report report(List<Section> more) {
    List<Section> sections = new ArrayList<>();
    List<String> headline = new ArrayList<>();
    if (basis.evidence().table().arms().isEmpty()) {
      headline.add("There is no answer yet, so that nothing can be said.");
    } else {
      sections(sections, headline, more);
    }
    Provenance provenance = new Provenance(basis);
    return new Report(
        basis.source().manifest().study().name(),
        standing(basis.source()),
        basis.source().manifest().isSimulated(),
        headline,
        sections,
        provenance.facts(),
        provenance.citation());
  }

  static Standing standing(Source source) {
    if (source.isFinished()) {
      return Standing.FINAL;
    }
    return source.state().equals("running") ? Standing.INTERIM : Standing.PARTIAL;
  }

  private void sections(List<Section> sections, List<String> headline, List<Section> more) {
    PrimaryContrasts primary = new PrimaryContrasts(basis, cautions);
    List<Chapter> questions = questions();
    List<Pair> pairs = new ArrayList<>(primary.pairs());
    questions.forEach(question -> pairs.addAll(question.pairs()));
    Differences differences = new Differences(basis, pairs, Set.copyOf(primary.pairs()));
    headline.addAll(primary.headline(differences));
    for (int i = 0; i < questions.size(); i++) {
      if (!primary.isAbout("RQ" + (i + 1))) {
        questions.get(i).headline(differences).stream()
            .distinct()
            .limit(MOST_OF_ONE)
            .map(sentence -> "Exploratory: " + sentence)
            .forEach(headline::add);
      }
    }
    sections.add(primary.section(differences));
    sections.add(LearningCurves.of(basis).section());
    questions.forEach(question -> sections.add(question.section(differences)));
    sections.addAll(more);
    sections.add(Gate.section(basis, gates));
    sections.add(new MissingValues(basis).section());
    sections.add(who.section(served));
    sections.add(new Costs(basis).section());
    studyFile(sections);
  }

  /** RQ1 to RQ4. */
  private List<Chapter> questions() {
    ContrastBlocks plain = new ContrastBlocks(basis.phrasing(), cautions, false);
    return List.of(
        new StaticLessons(basis, plain),
        new Interaction(basis, plain),
        new LessonQuality(basis, new ContrastBlocks(basis.phrasing(), cautions, true)),
        new BorrowedTraces(basis, plain));
  }

  private void studyFile(List<Section> sections) {
    String file = basis.source().manifest().studyFile();
    if (file != null) {
      List<Block> listing = List.of(new Listing("As it was submitted", file));
      sections.add(new Section("study-file", "The study file", listing));
    }
  }
}
