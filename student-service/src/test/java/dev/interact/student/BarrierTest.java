package dev.interact.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Example;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Origin;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The student's side cannot hold a context or a key: there is no type that could carry one. */
class BarrierTest {

  @Test
  void every_type_and_field_that_reaches_a_student_is_on_this_list() {
    Set<Class<?>> types = new LinkedHashSet<>();
    Set<String> fields = new TreeSet<>();
    reach(StudentRequest.class, types, fields);

    assertThat(types)
        .containsExactlyInAnyOrder(
            StudentRequest.class,
            StudentRequest.AskQuestion.class,
            StudentRequest.SitQuiz.class,
            Head.class,
            Origin.class,
            Sampling.class,
            StudentPrompt.class,
            Example.class,
            Exchange.class,
            Sheet.class,
            Sheet.Item.class);
    assertThat(fields)
        .containsExactly(
            "AskQuestion.head",
            "AskQuestion.instruction",
            "AskQuestion.lesson",
            "AskQuestion.prompt",
            "AskQuestion.transcript",
            "Example.assistant",
            "Example.user",
            "Exchange.answer",
            "Exchange.question",
            "Head.addressee",
            "Head.attempt",
            "Head.call",
            "Head.dialogue",
            "Head.model",
            "Head.origin",
            "Head.sampling",
            "Head.standby",
            "Item.id",
            "Item.options",
            "Item.question",
            "Origin.kind",
            "Origin.study",
            "Origin.turn",
            "Sampling.maxTokens",
            "Sampling.seed",
            "Sampling.temperature",
            "Sheet.items",
            "SitQuiz.formatError",
            "SitQuiz.framing",
            "SitQuiz.head",
            "SitQuiz.lesson",
            "SitQuiz.prompt",
            "SitQuiz.sheet",
            "SitQuiz.transcript",
            "StudentPrompt.examples",
            "StudentPrompt.greeting",
            "StudentPrompt.quiz",
            "StudentPrompt.system");
  }

  private static void reach(Type type, Set<Class<?>> types, Set<String> fields) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        reach(argument, types, fields);
      }
    } else if (type instanceof Class<?> found
        && found.getName().startsWith("dev.interact")
        && types.add(found)) {
      if (found.isSealed()) {
        for (Class<?> permitted : found.getPermittedSubclasses()) {
          reach(permitted, types, fields);
        }
      } else {
        for (RecordComponent component : found.getRecordComponents()) {
          fields.add(found.getSimpleName() + "." + component.getName());
          reach(component.getGenericType(), types, fields);
        }
      }
    }
  }
}
