package dev.interact.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.trouble.Trouble;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal is problem details with a sentence, the framework's too. */
class ProblemsTest {
  private final Problems problems = new Problems(new Trouble());

  static Stream<WebApplicationException> refusals() {
    return Stream.of(
        new NotFoundException(),
        new NotAllowedException("GET"),
        new NotAcceptableException(),
        new NotSupportedException(),
        new WebApplicationException(418));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_the_framework_refuses_has_a_sentence(WebApplicationException refusal) {
    Response response = problems.http(refusal);

    assertThat(response.getStatus()).isEqualTo(refusal.getResponse().getStatus());
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(((Problems.Details) response.getEntity()).detail())
        .doesNotStartWith("HTTP")
        .endsWith(".");
  }

  @Test
  void a_sentence_of_ours_stays() {
    Response response = problems.missing(new NotFoundException("There is no study x."));

    assertThat(((Problems.Details) response.getEntity()).detail())
        .isEqualTo("There is no study x.");
  }
}
