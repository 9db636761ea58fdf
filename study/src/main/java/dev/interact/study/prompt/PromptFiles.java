package dev.interact.study.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.Document;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads prompt files and checks each key that they give, by domain. */
final class PromptFiles {
  private static final String SUFFIX = ".yaml";
  private static final List<String> BUILT_IN =
      List.of(PromptSet.GENERAL, "lyrics", "news", "movie-plots", "academic-papers", "images");
  private static final Schema SCHEMA = Schema.named("prompts");

  private PromptFiles() {}

  static Map<String, ObjectNode> builtIn() {
    Map<String, ObjectNode> files = new TreeMap<>();
    for (String domain : BUILT_IN) {
      files.put(
          domain,
          parse(resource("/dev/interact/study/prompts/" + domain + SUFFIX), domain + SUFFIX));
    }
    return files;
  }

  static Map<String, ObjectNode> in(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      Map<String, ObjectNode> files = new TreeMap<>();
      for (Path file : list.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        String name = file.getFileName().toString();
        files.put(
            name.substring(0, name.length() - SUFFIX.length()),
            parse(Files.readString(file), file.toString()));
      }
      if (files.isEmpty()) {
        throw InvalidInput.of(folder.toString(), "holds no prompt file, such as general.yaml");
      }
      return files;
    } catch (IOException e) {
      throw InvalidInput.of(
          folder.toString(), "is no folder of UTF-8 prompt files: " + e.getMessage());
    }
  }

  private static ObjectNode parse(String yaml, String file) {
    Document document = Document.yaml(yaml, file);
    InvalidInput.throwIfAny(SCHEMA.check(document));
    List<Problem> problems = new ArrayList<>();
    for (Slot slot : Slot.values()) {
      JsonNode template = document.at(slot.path());
      if (template.isTextual()) {
        slot.scope()
            .problem(template.asText())
            .ifPresent(problem -> problems.add(document.problem(slot.path(), problem)));
      }
    }
    InvalidInput.throwIfAny(problems);
    return (ObjectNode) document.root();
  }

  private static String resource(String name) {
    try (InputStream stream = PromptFiles.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
