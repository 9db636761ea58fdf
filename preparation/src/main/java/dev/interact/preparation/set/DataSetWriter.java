package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.recipe.Recipe;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.set.SetManifest.FileSeal;
import dev.interact.study.Concept;
import dev.interact.study.input.ContentHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes a data set. Concepts come one by one, and no more than one is held. */
public final class DataSetWriter {
  private static final int FORM = 1;

  private final Path folder;
  private final Recipe recipe;
  private final Contents contents;
  private final Tally tally = new Tally();
  private final Map<String, FileSeal> files = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();

  private DataSetWriter(Path folder, Recipe recipe, Contents contents) {
    this.folder = folder;
    this.recipe = recipe;
    this.contents = contents;
  }

  /**
   * Writes the folder {@code NAME-VERSION}: beside its place, and moves it there when it is whole.
   * Where the same set is there already, it stays as it is.
   *
   * @param parent the folder of all data sets; made where it is not there
   * @throws dev.interact.study.input.InvalidInput if a folder of that name is there, and changed
   * @throws IOException if it cannot be written; then nothing is there
   */
  public static DataSet write(Path parent, Recipe recipe, Contents contents) throws IOException {
    try (Staging staging = Staging.in(parent, recipe.name())) {
      DataSetWriter writer = new DataSetWriter(staging.folder(), recipe, contents);
      DataSet made = writer.write();
      Path place = parent.resolve(made.manifest().folder());
      if (Files.exists(place)) {
        return DataSet.read(place).verify();
      }
      return new DataSet(staging.finish(made.manifest().folder()), made.manifest());
    }
  }

  private DataSet write() throws IOException {
    writeLines();
    for (String name : DataSet.LINES) {
      files.put(name, Sha256.of(folder.resolve(name)));
    }
    ObjectNode manifest = Seal.put(SetJson.tree(manifest()));
    Files.write(folder.resolve(DataSet.MANIFEST), SetJson.page(manifest));
    DataSet set = DataSet.read(folder);
    Files.writeString(folder.resolve(DataSet.README), contents.readme().apply(set));
    return set;
  }

  private void writeLines() throws IOException {
    try (OutputStream concepts = open(DataSet.CONCEPTS);
        OutputStream lessons = open(DataSet.LESSONS);
        OutputStream dropped = open(DataSet.DROPPED)) {
      while (contents.made().hasNext()) {
        Made made = contents.made().next();
        add(made);
        if (made.prepared() != null) {
          writeDropped(dropped, made.prepared());
          if (!made.prepared().concept().quiz().isEmpty()) {
            writeConcept(concepts, made.prepared());
            writeLessons(lessons, made.prepared());
          }
        }
      }
    }
  }

  private OutputStream open(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private void add(Made made) {
    if (!ids.add(made.id())) {
      throw new IllegalArgumentException("The concept '%s' came twice.".formatted(made.id()));
    }
    tally.add(made);
  }

  private void writeConcept(OutputStream out, Prepared prepared) throws IOException {
    Concept concept = prepared.concept();
    writeLine(out, SetLines.concept(concept, image(concept)));
  }

  private String image(Concept concept) throws IOException {
    if (concept.image() == null) {
      return null;
    }
    String path = SetLines.imagePath(concept.image());
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, concept.image().bytes());
    files.put(path, Sha256.of(file));
    return path;
  }

  private static void writeLessons(OutputStream out, Prepared prepared) throws IOException {
    for (Prepared.Lesson lesson : prepared.lessons()) {
      writeLine(out, SetLines.lesson(prepared.concept().id(), lesson));
    }
  }

  private static void writeDropped(OutputStream out, Prepared prepared) throws IOException {
    for (Prepared.Dropped dropped : prepared.dropped()) {
      writeLine(out, SetLines.dropped(prepared.concept().id(), dropped));
    }
  }

  private static void writeLine(OutputStream out, ObjectNode line) throws IOException {
    out.write(SetJson.line(line));
    out.write('\n');
  }

  private SetManifest manifest() {
    Recipe identity = recipe.identity();
    return new SetManifest(
        FORM,
        recipe.name(),
        null,
        null,
        contents.code(),
        identity,
        ContentHash.of("recipe", identity),
        contents.order(),
        contents.prompts(),
        contents.models(),
        tally.domains(),
        tally.exams(),
        tally.terms(),
        tally.leftOut(),
        files);
  }
}
