package dev.interact.bench.talk;

import dev.interact.bench.stub.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What requests have in common with earlier ones: providers bill at a discount what a request
 * begins with, if another one began so shortly before.
 *
 * @param bytes of all requests
 * @param shared bytes that a request begins with as another one did of the same speaker in the same
 *     dialogue, answered before
 * @param broken requests that do not begin with all of what the speaker was told last, quizzes left
 *     aside: bytes that could be shared are not
 */
public record Prefixes(long bytes, long shared, int broken) {

  /** Adds up what was said in all requests, of some dialogues. */
  public static Prefixes of(List<Exchange> all, List<Talk> talks) {
    long bytes = all.stream().mapToLong(exchange -> told(exchange).length).sum();
    Prefixes sum = new Prefixes(bytes, 0, 0);
    for (Talk talk : talks) {
      for (Talk.Speaker speaker : Talk.Speaker.values()) {
        sum = sum.plus(of(talk.calls().stream().filter(c -> c.speaker() == speaker).toList()));
      }
    }
    return sum;
  }

  private static Prefixes of(List<Talk.Call> calls) {
    long shared = 0;
    int broken = 0;
    for (Talk.Call call : calls) {
      byte[] told = told(call.exchange());
      byte[] last = new byte[0];
      int most = 0;
      for (Talk.Call earlier : calls) {
        if (earlier.exchange().left() <= call.exchange().arrived()) {
          byte[] before = told(earlier.exchange());
          most = Math.max(most, common(before, told));
          last = earlier.isQuiz() ? last : before;
        }
      }
      shared += most;
      broken += common(last, told) < last.length ? 1 : 0;
    }
    return new Prefixes(0, shared, broken);
  }

  /** All messages; what ends one is a part of the next, so that one more only adds. */
  private static byte[] told(Exchange exchange) {
    return exchange.messages().stream()
        .map(message -> message.role() + "\n" + message.content())
        .collect(Collectors.joining("\0"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int common(byte[] one, byte[] other) {
    int mismatch = Arrays.mismatch(one, other);
    return mismatch < 0 ? one.length : mismatch;
  }

  private Prefixes plus(Prefixes other) {
    return new Prefixes(bytes + other.bytes, shared + other.shared, broken + other.broken);
  }
}
