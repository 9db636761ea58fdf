package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.preparation.set.SetManifest.FileSeal;
import dev.interact.study.input.InvalidField;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A data set: a folder whose version is a hash of what is in it.
 *
 * @param folder where it is
 * @param manifest what it says of itself; unchanged since it was made
 */
public record DataSet(Path folder, SetManifest manifest) {
  /** The file by which a data set is known. */
  public static final String MANIFEST = "set.json";

  /** The concepts with their quizzes: a concept file. */
  public static final String CONCEPTS = "concepts.jsonl";

  /** A line for each lesson. */
  public static final String LESSONS = "lessons.jsonl";

  /** A line for each item that is in no quiz. */
  public static final String DROPPED = "dropped.jsonl";

  /** For people; the only file that may be changed. */
  public static final String README = "README.md";

  static final List<String> LINES = List.of(CONCEPTS, LESSONS, DROPPED);
  private static final Pattern FILE =
      Pattern.compile("(concepts|lessons|dropped)\\.jsonl|images/[0-9a-f]{32}\\.(png|jpg)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final int NEWEST_FORM = 1;
  private static final long MOST_BYTES = 1L << 40;

  /** Whether a folder has the file by which a data set is known. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(MANIFEST));
  }

  /**
   * Reads a set's manifest and sees that it is as it was made; not yet whether the rest is.
   *
   * @throws InvalidInput if the folder is no data set, or its manifest was changed
   */
  public static DataSet read(Path folder) {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw InvalidInput.of(folder.toString(), "is no data set: it has no " + MANIFEST);
    }
    try {
      return new DataSet(folder, manifest(Files.readAllBytes(file), file.toString()));
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a manifest.
   *
   * @param place of it, for messages
   * @throws InvalidInput if it is none, or was changed
   */
  public static SetManifest manifest(byte[] bytes, String place) {
    ObjectNode tree;
    try {
      tree = Json.read(bytes, ObjectNode.class);
    } catch (UnreadableMessage e) {
      throw InvalidInput.of(place, "is no manifest of a data set: it is not valid JSON");
    }
    if (!tree.path("interact_set").isInt()) {
      throw InvalidInput.of(place, "is no manifest of a data set: it has no interact_set");
    }
    if (tree.path("interact_set").asInt() > NEWEST_FORM) {
      throw InvalidInput.of(place, "was written by a later version of Interact; use that one");
    }
    if (!Seal.holds(tree, bytes)) {
      throw InvalidInput.of(place, "was changed: it is not what its own content hash says");
    }
    return checked(tree, place);
  }

  private static SetManifest checked(ObjectNode tree, String place) {
    try {
      SetManifest manifest = SetJson.value(tree, SetManifest.class);
      boolean isWhole =
          manifest.name() != null
              && NAME.matcher(manifest.name()).matches()
              && manifest.recipe() != null
              && manifest.domains() != null
              && manifest.files() != null
              && manifest.files().keySet().containsAll(LINES)
              && manifest.files().entrySet().stream().allMatch(DataSet::isFile);
      if (!isWhole) {
        throw InvalidInput.of(place, "is no manifest that Interact writes");
      }
      return manifest;
    } catch (InvalidField e) {
      throw InvalidInput.of(place, e.problem());
    }
  }

  /** Whether a set may have such a file: no path leads elsewhere, no sum of sizes overflows. */
  private static boolean isFile(Map.Entry<String, FileSeal> file) {
    long bytes = file.getValue().bytes();
    return FILE.matcher(file.getKey()).matches() && bytes >= 0 && bytes <= MOST_BYTES;
  }

  /** Name and version: {@code NAME@VERSION}. */
  public String reference() {
    return manifest.reference();
  }

  /** The concept file. */
  public Path concepts() {
    return folder.resolve(CONCEPTS);
  }

  /** The file of dropped items. */
  public Path dropped() {
    return folder.resolve(DROPPED);
  }

  /**
   * Everything that is not as it was when the set was made; reads all of it.
   *
   * @return empty where nothing was changed
   */
  public List<Problem> problems() {
    return new SetCheck(folder, Map.copyOf(manifest.files())).problems();
  }

  /**
   * Sees that nothing was changed.
   *
   * @return this
   * @throws InvalidInput with all that differs
   */
  public DataSet verify() {
    InvalidInput.throwIfAny(problems());
    return this;
  }
}
