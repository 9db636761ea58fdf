package dev.interact.system;

import com.sun.net.httpserver.HttpExchange;
import dev.interact.contracts.Hash;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A provider that is well at first, and then fails at some of its requests, in several ways.
 * Whether and how depends on the request, on how often it has come, and on the seed.
 */
final class Breakdowns implements ModelStub.Behaviour, Fault {
  private static final String CUT = "{\"id\": \"x\", \"choices\": [{";

  private enum Kind {
    ERROR,
    HANG,
    RESET,
    CUT
  }

  private final ModelStub stub;
  private final double share;
  private final long seed;
  private final ModelStub.Behaviour otherwise;
  private final Map<String, Integer> times = new ConcurrentHashMap<>();
  private final Map<Kind, Integer> kinds = new ConcurrentSkipListMap<>();
  private volatile boolean healthy = true;

  /**
   * A provider of such a kind.
   *
   * @param share of the requests that fail, from 0 to 1
   */
  Breakdowns(ModelStub stub, double share, long seed, ModelStub.Behaviour otherwise) {
    System.out.println("failures of the provider are drawn with seed " + seed);
    this.stub = stub;
    this.share = share;
    this.seed = seed;
    this.otherwise = otherwise;
  }

  /** From now on it breaks down. */
  void begin() {
    healthy = false;
  }

  @Override
  public String name() {
    return "a provider with breakdowns " + kinds;
  }

  /** Counts if every kind has occurred. */
  @Override
  public long fired() {
    return kinds.size() < Kind.values().length
        ? 0
        : kinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void answer(HttpExchange exchange, ModelStub.Request request)
      throws IOException, InterruptedException {
    String id = Hash.id(request.body().toString());
    double draw = Hash.seed(seed, id, times.merge(id, 1, Integer::sum)) / (double) (1L << 31);
    if (healthy || draw >= share) {
      otherwise.answer(exchange, request);
      return;
    }
    Kind kind = Kind.values()[(int) (draw / share * Kind.values().length)];
    kinds.merge(kind, 1, Integer::sum);
    switch (kind) {
      case ERROR -> ModelStub.fails(500, "{}").answer(exchange, request);
      case HANG -> stub.hangs().answer(exchange, request);
      case RESET -> exchange.close();
      case CUT -> ModelStub.fails(200, CUT).answer(exchange, request);
    }
  }
}
