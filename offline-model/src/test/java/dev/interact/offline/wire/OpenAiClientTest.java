package dev.interact.offline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.models.Model;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official Java client, as a user would set it up. */
@QuarkusTest
class OpenAiClientTest {

  private static final String ANSWER = "A miller had a mule. The heron knew the name.";

  @TestHTTPResource("/v1")
  URI server;

  private OpenAIClient client;

  @BeforeEach
  void connect() {
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(server.toString())
            .apiKey("unused")
            .maxRetries(0)
            .build();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void models_are_listed_and_found() {
    assertThat(client.models().list().data())
        .extracting(Model::id)
        .contains("offline", "offline-weak");
    assertThat(client.models().retrieve("offline").ownedBy()).isEqualTo("interact");
  }

  @Test
  void a_chat_is_completed() {
    ChatCompletion completion = client.chat().completions().create(chat("offline").build());

    assertThat(completion.choices().getFirst().message().content()).contains(ANSWER);
    assertThat(completion.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
    assertThat(completion.validate()).isSameAs(completion);
  }

  @Test
  void a_chat_is_streamed() {
    try (var stream = client.chat().completions().createStreaming(chat("offline").build())) {
      assertThat(
              stream.stream()
                  .map(ChatCompletionChunk::validate)
                  .flatMap(chunk -> chunk.choices().stream())
                  .flatMap(choice -> choice.delta().content().stream())
                  .collect(Collectors.joining()))
          .isEqualTo(ANSWER);
    }
  }

  @Test
  void errors_arrive_with_their_type() {
    var completions = client.chat().completions();

    assertThatThrownBy(() -> completions.create(chat("gpt-9").build()))
        .isInstanceOfSatisfying(
            NotFoundException.class, error -> assertThat(error.code()).contains("model_not_found"));
    assertThatThrownBy(() -> completions.create(chat("offline").temperature(9).build()))
        .isInstanceOfSatisfying(
            BadRequestException.class, error -> assertThat(error.param()).contains("temperature"));
  }

  private static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .seed(1)
        .addSystemMessage("You are a teacher. Text:\n" + ANSWER)
        .addUserMessage("What did the heron know?");
  }
}
