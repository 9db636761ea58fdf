package dev.interact.bench.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final String SELF = "self";

  @Test
  void it_sees_what_a_process_and_the_whole_machine_use() {
    assumeTrue(Sampler.isAble(), "this system has /proc");
    try (Sampler sampler = new Sampler(Map.of(SELF, ProcessHandle.current().pid()))) {
      await()
          .atMost(CEILING)
          .until(
              () -> {
                Samples samples = sampler.samples();
                return cpu(samples, SELF) > 0
                    && cpu(samples, Sampler.MACHINE) > 0
                    && samples.peakMemory(SELF) > 0;
              });
    }
  }

  private static double cpu(Samples samples, String process) {
    return samples.cpuSeconds(process, 0, Long.MAX_VALUE);
  }
}
