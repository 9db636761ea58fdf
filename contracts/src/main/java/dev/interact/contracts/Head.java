package dev.interact.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What every request that asks a model carries beside its content.
 *
 * @param attempt id of this sending; a worker that has seen it ignores the request
 * @param call content key of the wanted answer
 * @param dialogue the dialogue on whose behalf the call is made; the key of the reply's record
 * @param addressee the worker incarnation that may serve the request; any other hands it back, so
 *     that an attempt never runs in two places
 * @param model alias in the worker's model registry
 * @param sampling the parameters of the model call
 * @param origin null where it is not said
 * @param standby whether the call is to begin only in the place of one of the same model that the
 *     worker has brought to its end, or when the request comes again without this mark
 */
public record Head(
    String attempt,
    String call,
    String dialogue,
    String addressee,
    String model,
    Sampling sampling,
    Origin origin,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean standby) {
  public Head {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(dialogue, "dialogue");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(sampling, "sampling");
  }

  /** A head that does not say where the request comes from, of one that is to begin. */
  public Head(
      String attempt,
      String call,
      String dialogue,
      String addressee,
      String model,
      Sampling sampling) {
    this(attempt, call, dialogue, addressee, model, sampling, null, false);
  }
}
