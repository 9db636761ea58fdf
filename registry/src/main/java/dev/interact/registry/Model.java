package dev.interact.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the registry says of one alias.
 *
 * @param baseUrl of an OpenAI-compatible API, up to and including its version ({@code …/v1})
 * @param model the id that the provider knows the model by
 * @param keyEnv name of the environment variable that holds the API key; null where none is needed
 * @param concurrency the largest number of calls in flight over the whole cluster; at least 1
 * @param initialConcurrency the largest number of calls in flight before any has been answered, 1
 *     to {@code concurrency}; null where that is not said: see {@link #initial}
 * @param timeoutSeconds how long a call may take before it counts as failed; at least 1
 * @param price in US dollars per million tokens
 * @param requestsPerMinute requests that the provider takes in any minute, 1 to {@link
 *     #MOST_A_MINUTE}; null where it sets no such limit
 * @param tokensPerMinute tokens, of prompts and the most that answers may have, that the provider
 *     takes in any minute, 1 to {@link #MOST_A_MINUTE}; null where it sets no such limit
 * @param imageTokens the most tokens that one image counts for; default 3,000
 * @param standsIn the alias of the offline model that takes its place in rehearsals: {@code
 *     offline}, which is the default, or {@code offline-weak}
 * @param pool of the workers that call it; null for those that are in no pool of their own
 */
public record Model(
    @JsonProperty("base-url") String baseUrl,
    String model,
    @JsonProperty("key-env") String keyEnv,
    int concurrency,
    @JsonProperty("initial-concurrency") Integer initialConcurrency,
    @JsonProperty("timeout-seconds") int timeoutSeconds,
    Price price,
    @JsonProperty("requests-per-minute") Long requestsPerMinute,
    @JsonProperty("tokens-per-minute") Long tokensPerMinute,
    @JsonProperty("image-tokens") int imageTokens,
    @JsonProperty("stands-in") String standsIn,
    String pool) {

  /** The largest limit a minute. */
  public static final long MOST_A_MINUTE = 10_000_000_000L;

  /** The aliases of the offline models, the stronger one first. */
  public static final List<String> OFFLINE = List.of("offline", "offline-weak");

  private static final Pattern POOL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?");
  private static final int DEFAULT_CONCURRENCY = 8;
  private static final int DEFAULT_INITIAL_CONCURRENCY = 20;
  private static final int DEFAULT_TIMEOUT_SECONDS = 120;
  private static final int DEFAULT_IMAGE_TOKENS = 3_000;

  /** US dollars per million input and output tokens; not negative. */
  public record Price(double input, double output) {
    /** What a local model costs. */
    public static final Price FREE = new Price(0, 0);

    private static final double MILLION = 1_000_000.0;
    private static final double NANOS_A_MILLIONTH = 1_000;

    public Price {
      if (!(input >= 0 && output >= 0)) {
        throw new IllegalArgumentException("price: must not be negative");
      }
    }

    /** The cost of some tokens in billionths of a US dollar, rounded up. */
    public long nanos(long inputTokens, long outputTokens) {
      return (long) Math.ceil((inputTokens * input + outputTokens * output) * NANOS_A_MILLIONTH);
    }

    /** The cost of some tokens in US dollars. */
    public double of(long inputTokens, long outputTokens) {
      return (inputTokens * input + outputTokens * output) / MILLION;
    }
  }

  /** Whether an alias is that of an offline model. */
  public static boolean isOffline(String alias) {
    return alias.startsWith(OFFLINE.getFirst());
  }

  public Model {
    require(baseUrl, "base-url");
    require(model, "model");
    if (!isHttp(baseUrl)) {
      throw new IllegalArgumentException(
          "base-url: must be an http or https address without a password, such as https://host/v1");
    }
    concurrency = concurrency == 0 ? DEFAULT_CONCURRENCY : concurrency;
    timeoutSeconds = timeoutSeconds == 0 ? DEFAULT_TIMEOUT_SECONDS : timeoutSeconds;
    price = price == null ? Price.FREE : price;
    imageTokens = imageTokens == 0 ? DEFAULT_IMAGE_TOKENS : imageTokens;
    standsIn = standsIn == null ? OFFLINE.getFirst() : standsIn;
    perMinute(requestsPerMinute, "requests-per-minute");
    perMinute(tokensPerMinute, "tokens-per-minute");
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency: must be at least 1, not " + concurrency);
    }
    if (initialConcurrency != null
        && (initialConcurrency < 1 || initialConcurrency > concurrency)) {
      throw new IllegalArgumentException(
          "initial-concurrency: must be 1 to concurrency, which is %d, not %d"
              .formatted(concurrency, initialConcurrency));
    }
    if (timeoutSeconds < 1) {
      throw new IllegalArgumentException(
          "timeout-seconds: must be at least 1, not " + timeoutSeconds);
    }
    if (!OFFLINE.contains(standsIn)) {
      throw new IllegalArgumentException(
          "stands-in: must be %s, not %s".formatted(String.join(" or ", OFFLINE), standsIn));
    }
    if (pool != null && !POOL.matcher(pool).matches()) {
      throw new IllegalArgumentException(
          "pool: must be 1 to 30 small letters, digits and hyphens, not '%s'".formatted(pool));
    }
  }

  /** Calls that may be in flight before any has been answered, as far as the limit allows. */
  public int initial() {
    return initialConcurrency == null ? DEFAULT_INITIAL_CONCURRENCY : initialConcurrency;
  }

  private static void perMinute(Long value, String field) {
    if (value != null && value < 1) {
      throw new IllegalArgumentException(field + ": must be at least 1, not " + value);
    }
    if (value != null && value > MOST_A_MINUTE) {
      throw new IllegalArgumentException(
          "%s: must be at most %d, not %d".formatted(field, MOST_A_MINUTE, value));
    }
  }

  private static void require(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
