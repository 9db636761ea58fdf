package dev.interact.contracts.student;

import dev.interact.contracts.Example;
import java.util.List;

/**
 * The Mustache templates of the student's side.
 *
 * @param system who the student is; sees {@code lesson} (absent where there is none)
 * @param greeting the teacher's opening words
 * @param quiz shows a sheet; sees {@link Sheet#variables}
 * @param examples worked examples after the system message
 */
public record StudentPrompt(String system, String greeting, String quiz, List<Example> examples) {
  public StudentPrompt {
    examples = examples == null ? List.of() : List.copyOf(examples);
  }
}
