package dev.interact.worker.model;

import dev.interact.chat.Message;
import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Origin;
import dev.interact.contracts.Role;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.telemetry.Place;
import dev.interact.worker.loop.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A role whose requests are each one model call.
 *
 * @param chat what the model is shown for a request
 */
public record ModelService<R extends ModelRequest>(
    Role role, Class<R> requestType, Function<R, List<Message>> chat, Models models)
    implements Service<R> {

  @Override
  public String attempt(R request) {
    return request.head().attempt();
  }

  @Override
  public String addressee(R request) {
    return request.head().addressee();
  }

  @Override
  public String model(R request) {
    return request.head().model();
  }

  @Override
  public boolean standsBy(R request) {
    return request.head().standby();
  }

  @Override
  public String replyKey(R request) {
    return request.head().dialogue();
  }

  @Override
  public Place place(R request) {
    Head head = request.head();
    Origin origin = head.origin();
    return origin == null
        ? new Place(null, head.dialogue(), null, head.call())
        : new Place(origin.study(), head.dialogue(), origin.turn(), head.call());
  }

  @Override
  public Reply serve(R request, String worker) {
    return models.reply(worker, request.head(), chat.apply(request));
  }

  @Override
  public Reply failed(R request, String worker, String reason) {
    Head head = request.head();
    return new Reply.Modelled(
        worker, head.attempt(), head.call(), 0, new Outcome.Transient(reason, null, null));
  }

  @Override
  public Set<String> usable() {
    return models.usable();
  }

  @Override
  public Map<String, String> unusable() {
    return models.unusable();
  }
}
