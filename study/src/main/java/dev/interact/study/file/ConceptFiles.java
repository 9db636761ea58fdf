package dev.interact.study.file;

import dev.interact.study.Concept;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads concept files: JSONL in UTF-8, a concept a line. */
public final class ConceptFiles {
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();

  private final boolean needQuiz;

  private ConceptFiles(boolean needQuiz) {
    this.needQuiz = needQuiz;
  }

  /** Reads one file, as {@link #read(List)}. */
  public static List<Concept> read(Path file) {
    return read(List.of(file));
  }

  /**
   * Reads files.
   *
   * @return all concepts in the order of files and lines; ids are unique
   * @throws InvalidInput with every problem of every file
   */
  public static List<Concept> read(List<Path> files) {
    return new ConceptFiles(true).all(files);
  }

  /**
   * Reads files of material, whose concepts may have no quiz yet; otherwise as {@link #read(List)}.
   *
   * @throws InvalidInput with every problem of every file
   */
  public static List<Concept> material(List<Path> files) {
    return new ConceptFiles(false).all(files);
  }

  private List<Concept> all(List<Path> files) {
    files.forEach(this::add);
    InvalidInput.throwIfAny(problems);
    return List.copyOf(concepts);
  }

  /**
   * Expands glob patterns: each from the first of some folders that has a match.
   *
   * @param folders where patterns start, the current directory first
   * @param studyFile name of the file that holds the patterns, for messages
   * @return files in the order of patterns, then of names; each once
   * @throws InvalidInput if a pattern matches no file
   */
  public static List<Path> find(List<String> globs, List<Path> folders, String studyFile) {
    return new ConceptGlobs(folders, studyFile).expand(globs);
  }

  private void add(Path file) {
    int before = concepts.size() + problems.size();
    try {
      Utf8Lines.forEach(file, (line, number) -> add(file, number, line));
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), 0, null, "cannot be read: " + e.getMessage()));
    }
    if (concepts.size() + problems.size() == before) {
      problems.add(new Problem(file.toString(), 0, null, "holds no concept"));
    }
  }

  private void add(Path file, int number, byte[] text) {
    ConceptLine line = new ConceptLine(file, number, needQuiz);
    line.read(text).ifPresent(concept -> add(concept, file, number));
    problems.addAll(line.problems());
  }

  private void add(Concept concept, Path file, int number) {
    String earlier = places.putIfAbsent(concept.id(), file + ", line " + number);
    if (earlier == null) {
      concepts.add(concept);
    } else {
      String message = "'%s' is taken by %s".formatted(concept.id(), earlier);
      problems.add(new Problem(file.toString(), number, "id", message));
    }
  }
}
