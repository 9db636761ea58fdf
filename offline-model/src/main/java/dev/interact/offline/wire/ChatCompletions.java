package dev.interact.offline.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.OfflineModel;
import dev.interact.offline.Reply;
import dev.interact.offline.Sampling;
import dev.interact.offline.wire.Completion.Choice;
import dev.interact.offline.wire.Completion.Usage;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code POST /v1/chat/completions}. */
@Singleton
@Path("/v1/chat/completions")
public class ChatCompletions {

  private final OfflineModel model = new OfflineModel();
  private final ObjectMapper mapper;
  private final String fingerprint;

  ChatCompletions(
      ObjectMapper mapper, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.mapper = mapper;
    this.fingerprint = "fp_offline_" + version;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response complete(String body) {
    ChatRequest request = RequestReader.read(body);
    List<Answer> answers =
        IntStream.range(0, request.choices()).mapToObj(index -> answer(request, index)).toList();
    Usage usage = Usage.of(request, answers);
    Completion head = head(request);
    if (request.stream()) {
      String events = new EventStream(mapper, head).of(answers, request.withUsage() ? usage : null);
      return Response.ok(events, MediaType.SERVER_SENT_EVENTS).build();
    }
    List<Choice> choices =
        IntStream.range(0, answers.size())
            .mapToObj(index -> Choice.whole(index, answers.get(index)))
            .toList();
    return Response.ok(head.with(Completion.WHOLE, choices, usage), MediaType.APPLICATION_JSON)
        .build();
  }

  /** Further choices are drawn as with seeds of their own. */
  private Answer answer(ChatRequest request, int index) {
    Sampling asked = request.sampling();
    long seed = asked.seed() + index * 1_000_003L;
    Sampling sampling = new Sampling(seed, asked.temperature(), asked.maxTokens());
    Reply reply = model.reply(request.model(), request.conversation(), sampling);
    return Answer.to(request, reply);
  }

  private Completion head(ChatRequest request) {
    return new Completion(
        "chatcmpl-" + UUID.randomUUID(),
        Completion.WHOLE,
        Instant.now().getEpochSecond(),
        request.model().id(),
        fingerprint,
        List.of(),
        null);
  }
}
