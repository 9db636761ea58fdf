package dev.interact.orchestrator.size;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.interact.contracts.Example;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherRequest;
import java.util.List;
import java.util.Map;

/**
 * How large a request's chat is. A worker cuts white space and joins messages, so that what it
 * sends is never larger.
 *
 * @param characters of all texts, as Java counts them
 * @param bytes of all texts in UTF-8
 * @param messages at most so many
 * @param images shown beside the texts, which do not count them
 */
public record PromptSize(long characters, long bytes, int messages, int images) {
  private static final int FEW_STUDIES = 1_000;
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).defaultValue("");

  /** A template keeps what it has learned of its variables; to compile it takes longest. */
  private static final LoadingCache<String, Template> TEMPLATES =
      Caffeine.newBuilder().maximumSize(FEW_STUDIES).build(COMPILER::compile);

  /**
   * The size of a request's chat.
   *
   * @param request a StudentRequest or a TeacherRequest
   */
  public static PromptSize of(ModelRequest request) {
    Count count = new Count();
    switch (request) {
      case StudentRequest student -> count.student(student);
      case TeacherRequest teacher -> count.teacher(teacher);
      default -> throw new IllegalArgumentException("no chat is made of " + request.getClass());
    }
    return count.size();
  }

  /** The size of a chat as it is sent, or of a part of one. */
  public static PromptSize of(List<Message> chat) {
    Count count = new Count();
    chat.forEach(count::message);
    return count.size();
  }

  /** Goes through a request as the workers do, and keeps nothing but the count. */
  private static final class Count {
    /** What may stand between two texts that become one message. */
    private static final String BETWEEN = "\n\n";

    private final TextCount text = new TextCount();
    private int messages;
    private int images;

    PromptSize size() {
      return new PromptSize(text.characters(), text.bytes(), messages, images);
    }

    void student(StudentRequest request) {
      Map<String, ?> known =
          request.lesson() == null ? Map.of() : Map.of("lesson", request.lesson());
      filled(request.prompt().system(), known);
      examples(request.prompt().examples());
      filled(request.prompt().greeting(), Map.of());
      transcript(request.transcript());
      switch (request) {
        case StudentRequest.AskQuestion ask -> {
          if (ask.instruction() != null) {
            said(ask.instruction());
          }
        }
        case StudentRequest.SitQuiz sit -> {
          if (sit.framing() != null) {
            filled(sit.framing(), StudentRequest.turns(sit.transcript()));
          }
          filled(sit.prompt().quiz(), sit.sheet().variables(sit.formatError()));
        }
      }
    }

    void teacher(TeacherRequest request) {
      material(request);
      examples(request.prompt().examples());
      switch (request) {
        case TeacherRequest.AnswerQuestion answer -> {
          transcript(answer.transcript());
          said(answer.question());
        }
        case TeacherRequest.WriteLesson lesson -> filled(lesson.prompt().task(), Map.of());
        case TeacherRequest.SitQuizWithContext sit ->
            filled(sit.prompt().task(), sit.sheet().variables(sit.formatError()));
        case TeacherRequest.WriteQuiz write ->
            filled(write.prompt().task(), write.order().variables());
        case TeacherRequest.JudgeItems judge -> filled(judge.prompt().task(), judge.variables());
      }
    }

    void message(Message message) {
      messages++;
      for (Part part : message.parts()) {
        switch (part) {
          case Part.Text(String words) -> text.append(words);
          case Part.Image image -> images++;
        }
      }
    }

    private void material(TeacherRequest request) {
      Material material = request.material();
      images += material.image() == null ? 0 : 1;
      filled(
          request.prompt().system(),
          material.text() == null ? Map.of() : Map.of("context", material.text()));
    }

    private void examples(List<Example> examples) {
      examples.forEach(
          example -> {
            said(example.user());
            said(example.assistant());
          });
    }

    private void transcript(List<Exchange> turns) {
      turns.forEach(
          turn -> {
            said(turn.question());
            said(turn.answer());
          });
    }

    private void filled(String template, Map<String, ?> variables) {
      TEMPLATES.get(template).execute(variables, text);
      said("");
    }

    private void said(String words) {
      text.append(words).append(BETWEEN);
      messages++;
    }
  }
}
