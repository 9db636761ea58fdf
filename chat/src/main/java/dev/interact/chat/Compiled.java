package dev.interact.chat;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Templates as they are filled, the latest of them: to compile one takes several times as long as
 * to fill it.
 */
final class Compiled {
  private static final int MOST = 500;
  private static final int CAPACITY = 64;
  private static final float LOAD_FACTOR = 0.75f;

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).defaultValue("");

  private static final Map<String, Template> LATEST =
      Collections.synchronizedMap(
          new LinkedHashMap<>(CAPACITY, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
              return size() > MOST;
            }
          });

  private Compiled() {}

  static Template of(String template) {
    return LATEST.computeIfAbsent(template, COMPILER::compile);
  }
}
