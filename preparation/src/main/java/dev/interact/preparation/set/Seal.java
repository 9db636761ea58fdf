package dev.interact.preparation.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * The content hash of a manifest. It is of the file's own bytes without version and hash, so that
 * fields that a later version adds are sealed too.
 */
final class Seal {
  private static final int VERSION_DIGITS = 12;
  private static final String NAME = "name";
  private static final String VERSION = "version";
  private static final String CONTENT = "content";

  private Seal() {}

  /** The manifest with version and hash, which it may lack or not. */
  static ObjectNode put(ObjectNode manifest) {
    ObjectNode open = manifest.deepCopy();
    open.remove(VERSION);
    open.remove(CONTENT);
    String content = Sha256.of(SetJson.page(open));
    ObjectNode whole = SetJson.object();
    open.properties()
        .forEach(
            field -> {
              whole.set(field.getKey(), field.getValue());
              if (field.getKey().equals(NAME)) {
                whole.put(VERSION, content.substring(0, VERSION_DIGITS)).put(CONTENT, content);
              }
            });
    return whole;
  }

  /** Whether a manifest is, byte for byte, what its hash says. */
  static boolean holds(ObjectNode manifest, byte[] bytes) {
    return manifest.has(NAME) && Arrays.equals(SetJson.page(put(manifest)), bytes);
  }
}
