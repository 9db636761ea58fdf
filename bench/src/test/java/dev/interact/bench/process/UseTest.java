package dev.interact.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UseTest {
  private static final String STAT =
      "4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 2915 88 0 0 150 50 30 20 20 0 34 0 9 1 2\n";
  private static final String ROLLUP =
      """
      55e87cdd8000-7ffdfca51000 ---p 00000000 00:00 0                          [rollup]
      Rss:                1676 kB
      Pss:                 373 kB
      Pss_Anon:            116 kB
      """;

  private static final String STATUS =
      """
      VmPeak:\t 9000000 kB
      VmHWM:\t    2048 kB
      VmRSS:\t    1676 kB
      """;

  @Test
  void time_is_that_of_the_process_and_of_its_ended_children() {
    assertThat(Use.of(STAT, ROLLUP, STATUS).cpuSeconds()).isEqualTo(2.5);
  }

  @Test
  void memory_is_the_proportional_share() {
    assertThat(Use.of(STAT, ROLLUP, STATUS).memoryBytes()).isEqualTo(373 * 1024);
    assertThat(Use.of(STAT, "", "").memoryBytes()).isZero();
  }

  @Test
  void what_was_resident_is_the_most_that_ever_was() {
    assertThat(Use.of(STAT, ROLLUP, STATUS).residentBytes()).isEqualTo(2048 * 1024);
    assertThat(Use.of(STAT, "", "").residentBytes()).isZero();
  }

  @Test
  void the_machine_is_not_busy_while_it_idles_or_waits_for_disks() {
    String stat = "cpu  100 20 30 99999 88888 4 6 40 7 7\ncpu0 1 2 3 4 5 6 7 8 9 9\n";

    assertThat(Use.ofMachine(stat).cpuSeconds()).isEqualTo(2);
  }

  @Test
  void time_between_two_looks_is_shared_out_evenly() {
    Samples samples =
        new Samples(List.of(sample(1_000, 10, 5), sample(2_000, 14, 9), sample(3_000, 14, 7)));

    assertThat(samples.cpuSeconds("broker", 1_000, 3_000)).isEqualTo(4);
    assertThat(samples.cpuSeconds("broker", 1_500, 1_750)).isCloseTo(1, within(1e-9));
    assertThat(samples.cpuSeconds("broker", 0, 9_000)).isEqualTo(4);
    assertThat(samples.peakMemory("broker")).isEqualTo(9);
    assertThat(samples.cpuSeconds("nobody", 0, 9_000)).isZero();
  }

  private static Samples.Sample sample(long micros, double cpuSeconds, long memory) {
    return new Samples.Sample(micros, Map.of("broker", new Use(cpuSeconds, memory, memory)));
  }
}
