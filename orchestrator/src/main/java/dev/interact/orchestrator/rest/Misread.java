package dev.interact.orchestrator.rest;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.interact.study.input.InvalidField;
import dev.interact.study.input.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says of JSON that is not what it should be what is wrong with it, in the words of JSON. */
final class Misread {
  private static final ObjectMapper LABELS = new ObjectMapper();

  private Misread() {}

  /** The problem, with its place. */
  static Problem problem(JsonMappingException e) {
    String place = e.getPath().stream().map(Misread::step).collect(Collectors.joining());
    String at = place.replaceFirst("^\\.", "");
    return e.getCause() instanceof InvalidField wrong
        ? new Problem(null, 0, (at.isEmpty() ? "" : at + ".") + wrong.field(), wrong.problem())
        : new Problem(null, 0, at, reason(e));
  }

  private static String step(Reference at) {
    return at.getFieldName() == null ? "[" + at.getIndex() + "]" : "." + at.getFieldName();
  }

  private static String reason(JsonMappingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "is no field here; there are "
              + unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case InvalidNullException nothing -> "must not have null in it";
      case MismatchedInputException other when other.getTargetType() != null ->
          "must be " + wanted(other.getTargetType());
      case JsonMappingException far when far.getCause() instanceof InputCoercionException ->
          "is a number out of range";
      default ->
          e.getCause() instanceof IllegalArgumentException wrong
              ? wrong.getMessage()
              : "is not as it should be";
    };
  }

  private static String wanted(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> LABELS.convertValue(constant, String.class))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == byte[].class) {
      return "a text in base64";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a whole number that is not too large";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
