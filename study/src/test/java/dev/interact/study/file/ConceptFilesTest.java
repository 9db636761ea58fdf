package dev.interact.study.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.interact.study.Concept;
import dev.interact.study.Concept.Level;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptFilesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2};
  private static final String GOOD =
      """
      {"id":"c1","domain":"news","title":"T","context":"Text.","quiz":[{"id":"i1","level":"easy",\
      "question":"Q?","options":["a","b"],"answer":1}]}""";
  private static final String GOOD_IMAGE =
      GOOD.replace("\"context\":\"Text.\"", "\"image\":\"i.png\"");

  @TempDir Path folder;

  @BeforeEach
  void image_beside_the_file() throws IOException {
    Files.write(folder.resolve("i.png"), PNG);
    Files.writeString(folder.resolve("text.png"), "no image");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String sentences(Path... files) {
    return catchThrowableOfType(InvalidInput.class, () -> ConceptFiles.read(List.of(files)))
        .getMessage()
        .replace(folder + "/", "");
  }

  @Test
  void a_line_is_a_concept_with_its_quiz_and_unknown_fields() throws IOException {
    String line = GOOD.replace("\"title\"", "\"year\":\"1999\",\"title\"");

    Concept concept = ConceptFiles.read(file("x.jsonl", line)).getFirst();

    assertThat(concept.id()).isEqualTo("c1");
    assertThat(concept.context()).isEqualTo("Text.");
    assertThat(concept.extra())
        .containsExactly(java.util.Map.entry("year", TextNode.valueOf("1999")));
    assertThat(concept.quiz().getFirst().level()).isEqualTo(Level.EASY);
    assertThat(concept.quiz().getFirst().answer()).isEqualTo(1);
  }

  @Test
  void an_image_is_read_from_beside_the_file() throws IOException {
    Concept concept = ConceptFiles.read(file("x.jsonl", GOOD_IMAGE)).getFirst();

    assertThat(concept.image()).isEqualTo(new Concept.Image("image/png", PNG));
  }

  @Test
  void blank_lines_a_byte_order_mark_windows_line_ends_and_nulls_are_fine() throws IOException {
    String text = "\uFEFF" + GOOD.replace("\"easy\"", "null") + "\r\n\r\n  \n" + second() + "\r\n";

    List<Concept> concepts = ConceptFiles.read(file("x.jsonl", text));

    assertThat(concepts).extracting(Concept::id).containsExactly("c1", "c2");
    assertThat(concepts.getFirst().quiz().getFirst().level()).isNull();
  }

  private static String second() {
    return GOOD.replace("\"c1\"", "\"c2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id":"c1",           | ``                 | id: is missing.
          "id":"c1"            | "id":7             | id: must be a text; found 7.
          "id":"c1"            | "id":" "           | id: must be more than white space; found ' '.
          "domain":"news",     | ``                 | domain: is missing.
          "title":"T",         | ``                 | title: is missing.
          "context":"Text.",   | ``                 | context: is missing or empty.
          "context":"Text."    | "context":null     | context: is missing or empty.
          "context":"Text."    | "context":""       | context: must be more than white space; found ''.
          "context":"Text."    | "context":["Text"] | context: must be a text; found a list.
          "context":"Text."    | "context":"T","image":"i.png" | image: stands beside a context; a concept has one of them.
          "context":"Text."    | "image":"no.png"   | image: 'no.png' is not there or cannot be read.
          "context":"Text."    | "image":"text.png" | image: 'text.png' is neither a PNG nor a JPEG.
          "context":"Text."    | "image":"../x.png" | image: '../x.png' leads out of the concept file's folder.
          "context":"Text."    | "image":"/etc/hosts" | image: '/etc/hosts' leads out of the concept file's folder.
          "context":"Text."    | "image":"."        | image: '.' is no file.
          "id":"i1",           | ``                 | quiz[0].id: is missing.
          "level":"easy"       | "level":"simple"   | quiz[0].level: must be one of easy, medium, hard; found 'simple'.
          "question":"Q?",     | ``                 | quiz[0].question: is missing.
          "options":["a","b"]  | "options":["a"]    | quiz[0].options: must have at least 2 entries.
          "options":["a","b"]  | "options":["1","2","3","4","5","6","7","8","9","10","11"] | quiz[0].options: must have at most 10 entries.
          "options":["a","b"]  | "options":["a","a"]  | quiz[0].options: holds 'a' twice.
          "options":["a","b"]  | "options":["a","a "] | quiz[0].options: holds 'a' twice.
          "options":["a","b"]  | "options":["a",2]  | quiz[0].options[1]: must be a text; found 2.
          "answer":1           | "answer":2         | quiz[0].answer: must be the index of an option, 0 to 1, not 2.
          "answer":1           | "answer":-1        | quiz[0].answer: must be at least 0; found -1.
          "answer":1           | "answer":"b"       | quiz[0].answer: must be a whole number; found 'b'.
          ,"answer":1          | ``                 | quiz[0].answer: is missing.
          "answer":1           | "answer":1,"answer":0 | is not valid JSON at column
          "answer":1}]}        | "answer":1}]       | is not valid JSON at column
          "answer":1}]}        | "answer":1}]} {}   | is not valid JSON at column
          "answer":1}]}        | "answer":1},{"id":"i1","question":"Q","options":["a","b"],"answer":0}]} | quiz: holds 'i1' twice.
          """)
  void a_wrong_line_is_told_with_its_number(String part, String replacement, String problem)
      throws IOException {
    String wrong = GOOD.replace(part, replacement);
    assertThat(wrong).isNotEqualTo(GOOD);

    assertThat(sentences(file("x.jsonl", second() + "\n\n" + wrong + "\n")))
        .startsWith("x.jsonl, line 3")
        .contains(problem)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []     | x.jsonl, line 1: must be a mapping, as {name: value}; found a list.
          nonsense | x.jsonl, line 1: is not valid JSON at column 1: Unrecognized token 'nonsense'
          {"id":"a","domain":"d","title":"t","context":"c","quiz":[]} | x.jsonl, line 1, quiz: must have at least 1 entry.
          {"id":"a","domain":"d","title":"t","context":"c"} | x.jsonl, line 1, quiz: is missing.
          ``     | x.jsonl: holds no concept.
          """)
  void a_line_that_is_no_concept_at_all_is_told(String line, String sentence) throws IOException {
    assertThat(sentences(file("x.jsonl", line))).startsWith(sentence);
  }

  @Test
  void problems_of_all_lines_and_files_are_told_at_once() throws IOException {
    Path one = file("one.jsonl", GOOD + "\n{}\n");
    Path two = file("two.jsonl", "[\n" + GOOD + "\n");

    assertThat(sentences(one, two))
        .contains("one.jsonl, line 2, domain: is missing.")
        .contains("one.jsonl, line 2, quiz: is missing.")
        .contains("two.jsonl, line 1: is not valid JSON")
        .contains("two.jsonl, line 2, id: 'c1' is taken by one.jsonl, line 1.");
  }

  @Test
  void a_line_in_another_encoding_is_told() throws IOException {
    Path file = folder.resolve("x.jsonl");
    Files.write(
        file,
        (GOOD + "\n" + second().replace("Text", "Caf\u00e9"))
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(sentences(file)).isEqualTo("x.jsonl, line 2: is not UTF-8.");
  }

  @Test
  void a_concept_that_fits_in_no_message_is_refused_with_its_size() throws IOException {
    byte[] image = Arrays.copyOf(PNG, 12 * 1024 * 1024);
    Files.write(folder.resolve("i.png"), image);

    assertThat(sentences(file("x.jsonl", GOOD_IMAGE)))
        .isEqualTo(
            "x.jsonl, line 1: takes 16.0 MiB; at most 15 MiB fit in a message"
                + " (images grow by a third in a message).");
  }

  @ParameterizedTest
  @CsvSource({"16, 16.0 MiB", "25, 25.0 MiB", "40, 40.0 MiB"})
  void so_is_a_text(int mebibytes, String size) throws IOException {
    String text = "x".repeat(mebibytes * 1024 * 1024);

    assertThat(sentences(file("x.jsonl", GOOD.replace("Text.", text))))
        .startsWith("x.jsonl, line 1: takes " + size + "; at most 15 MiB fit in a message");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    assertThat(sentences(folder.resolve("no.jsonl"))).startsWith("no.jsonl: cannot be read");
  }

  @Test
  void a_pattern_is_seen_from_the_first_folder_that_has_a_match() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path studies = Files.createDirectories(project.resolve("studies/data/deep"));
    Path inProject =
        Files.createFile(Files.createDirectories(project.resolve("data")).resolve("a.jsonl"));
    Path deep = Files.createFile(studies.resolve("b.jsonl"));
    List<Path> folders = List.of(project, project.resolve("studies"));

    assertThat(ConceptFiles.find(List.of("data/*.jsonl", "data/?.jsonl"), folders, "x.yaml"))
        .containsExactly(inProject);
    assertThat(ConceptFiles.find(List.of("data/**/b.jsonl"), folders, "x.yaml"))
        .containsExactly(deep);
    assertThat(ConceptFiles.find(List.of(inProject.toString()), folders, "x.yaml"))
        .containsExactly(inProject);
  }

  @Test
  void a_pattern_without_a_match_is_told() {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () -> ConceptFiles.find(List.of("*.csv", "[x"), List.of(folder), "x.yaml"));

    assertThat(invalid.getMessage())
        .startsWith("x.yaml, concepts[0]: no file matches '*.csv' (seen from " + folder + ").")
        .contains("x.yaml, concepts[1]: '[x' is no glob pattern");
  }
}
