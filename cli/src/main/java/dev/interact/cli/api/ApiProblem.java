package dev.interact.cli.api;

import dev.interact.cli.ExitCode;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.util.List;
import java.util.stream.Collectors;

/** The orchestrator refused a request or failed at it (RFC 9457). */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SERVER_ERROR = 500;

  private final int status;

  private ApiProblem(int status, String message) {
    super(message);
    this.status = status;
  }

  private record Body(String title, String detail, List<FieldError> errors) {
    record FieldError(String field, String message) {
      String sentence() {
        return field == null || field.isEmpty() ? message : field + ": " + message;
      }
    }

    String sentences() {
      if (errors != null && !errors.isEmpty()) {
        return errors.stream().map(FieldError::sentence).collect(Collectors.joining("\n"));
      }
      return detail == null ? title : detail;
    }
  }

  /** Reads what the orchestrator says of the problem. */
  static ApiProblem of(int status, byte[] body) {
    String said = sentences(body);
    return new ApiProblem(
        status, said == null ? "The orchestrator answered with HTTP status " + status + "." : said);
  }

  private static String sentences(byte[] body) {
    try {
      return Json.read(body, Body.class).sentences();
    } catch (UnreadableMessage | NullPointerException e) {
      return null;
    }
  }

  /** A refused request is the user's to mend, a failed one is not. */
  public int exitCode() {
    return status < SERVER_ERROR ? ExitCode.WRONG_INPUT : ExitCode.UNEXPECTED;
  }
}
