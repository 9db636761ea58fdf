package dev.interact.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.trouble.Trouble;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal is problem details with a sentence, the framework's too. */
class ProblemsTest {
  private final Problems problems = new Problems(new Trouble());

  static Stream<WebApplicationException> refusals() {
    return Stream.of(
        new NotFoundException(),
        new NotAllowedException("GET"),
        new NotAcceptableException(),
        new NotFoundException("Unable to find matching target resource method"),
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
        .doesNotContain("resource method")
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"22021, NUL", "54000, too long"})
  void what_the_database_cannot_store_is_the_requests_fault(String state, String word) {
    Response response =
        problems.unexpected(
            new IllegalStateException("not committed", new SQLException("no", state)));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(((Problems.Details) response.getEntity()).detail()).contains(word);
  }

  @Test
  void any_other_failure_tells_nothing_of_itself() {
    Response response = problems.unexpected(new IllegalStateException("secret"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getEntity().toString()).doesNotContain("secret");
  }

  @Test
  void a_sentence_of_ours_stays() {
    Response response = problems.missing(new NotFoundException("There is no study x."));

    assertThat(((Problems.Details) response.getEntity()).detail())
        .isEqualTo("There is no study x.");
  }
}
