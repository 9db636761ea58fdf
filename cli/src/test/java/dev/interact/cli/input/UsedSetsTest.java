package dev.interact.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SampleMades;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedSetsTest {
  @TempDir private Path folder;
  private DataSet set;

  @BeforeEach
  void make() {
    set = SampleMades.write(folder.resolve("sets"), SampleMades.few());
  }

  private Path study(Path concepts) throws IOException {
    return Files.writeString(
        folder.resolve("x.yaml"),
        "name: x\nconcepts: ['%s']\nconditions: [closed-book]\nstudents: [s]\n"
            .formatted(concepts));
  }

  @Test
  void a_study_names_the_version_that_it_uses() throws IOException {
    PreparedStudy prepared = PreparedStudy.read(study(set.concepts()), folder, "ada");

    assertThat(prepared.submission().sets()).containsExactly(set.reference());
    assertThat(prepared.concepts()).hasSize(2);
  }

  @Test
  void a_copy_elsewhere_is_no_version_and_the_same_study() throws IOException {
    Path copy = Files.copy(set.concepts(), folder.resolve("copy.jsonl"));
    Files.createDirectories(folder.resolve("images"));
    for (String image : set.manifest().files().keySet()) {
      if (image.startsWith("images/")) {
        Files.copy(set.folder().resolve(image), folder.resolve(image));
      }
    }
    List<String> there =
        PreparedStudy.read(study(set.concepts()), folder, "ada").submission().concepts();

    PreparedStudy prepared = PreparedStudy.read(study(copy), folder, "ada");

    assertThat(prepared.submission().sets()).isEmpty();
    assertThat(prepared.submission().concepts()).isEqualTo(there);
  }

  @Test
  void a_changed_set_is_refused_with_what_to_do() throws IOException {
    Files.writeString(set.dropped(), "");

    assertThatThrownBy(() -> PreparedStudy.read(study(set.concepts()), folder, "ada"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("dropped.jsonl: was changed")
        .hasMessageContaining("interact dataset verify " + set.folder())
        .hasMessageContaining("copy the concept file to a folder outside of it");
  }

  @Test
  void another_concept_file_in_a_set_is_refused() throws IOException {
    Path other = Files.copy(set.concepts(), set.folder().resolve("other.jsonl"));

    assertThatThrownBy(() -> PreparedStudy.read(study(other), folder, "ada"))
        .hasMessageContaining("other.jsonl: is no part of the data set");
  }

  @Test
  void students_that_were_filters_are_told_by_the_id_where_it_is_known() {
    UsedSets used = UsedSets.of(List.of(set.concepts()));

    assertThat(used.warnings(List.of("s", "filter"), alias -> Optional.empty()))
        .containsExactly(
            "Student filter was a closed-book filter of data set %s: items that it answered without the context were dropped, so that its closed-book accuracy is too low (docs/data-sets.md)."
                .formatted(set.reference()));
    assertThat(used.warnings(List.of("s"), alias -> Optional.of("small-1"))).hasSize(1);
    assertThat(used.warnings(List.of("filter"), alias -> Optional.of("other-2"))).isEmpty();
  }
}
