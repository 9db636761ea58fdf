package dev.interact.study.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The prompts of every domain. A domain's file gives only what differs from the general one. A
 * study's own folder replaces single keys, or adds domains; for one domain, what counts is the
 * built-in general file, then the study's, then the built-in file of the domain, then the study's.
 */
public final class Prompts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, PromptSet> sets;

  private Prompts(Map<String, PromptSet> sets) {
    this.sets = Map.copyOf(sets);
  }

  /**
   * Loads the built-in prompts and those of a study.
   *
   * @param overlay folder of files {@code <domain>.yaml}
   * @throws InvalidInput if the folder or a template in it is wrong: file, line, key
   */
  public static Prompts load(Optional<Path> overlay) {
    Map<String, ObjectNode> builtIn = PromptFiles.builtIn();
    Map<String, ObjectNode> own = overlay.map(PromptFiles::in).orElse(Map.of());
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    Map<String, PromptSet> sets = new TreeMap<>();
    for (Map<String, ObjectNode> files : List.of(builtIn, own)) {
      for (String domain : files.keySet()) {
        sets.put(
            domain,
            merged(
                builtIn.get(PromptSet.GENERAL),
                own.getOrDefault(PromptSet.GENERAL, none),
                builtIn.getOrDefault(domain, none),
                own.getOrDefault(domain, none)));
      }
    }
    return new Prompts(sets);
  }

  /** The prompts of a domain; the general ones where it has none of its own. */
  public PromptSet forDomain(String domain) {
    return sets.getOrDefault(fileName(domain), sets.get(PromptSet.GENERAL));
  }

  /** "Movie plots" is found in {@code movie-plots.yaml}. */
  private static String fileName(String domain) {
    return domain.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
  }

  private static PromptSet merged(ObjectNode... layers) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (ObjectNode layer : layers) {
      replaceKeys(merged, layer);
    }
    try {
      return MAPPER.treeToValue(merged, PromptSet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("prompt files that fit their schema make prompts", e);
    }
  }

  private static void replaceKeys(ObjectNode target, ObjectNode layer) {
    for (Map.Entry<String, JsonNode> part : layer.properties()) {
      target.withObjectProperty(part.getKey()).setAll((ObjectNode) part.getValue());
    }
  }
}
