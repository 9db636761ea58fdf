package dev.interact.orchestrator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.orchestrator.OrchestratorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  private static final String OPEN = "interact.access.open";
  private static final String ADMIN_KEY = "interact.access.admin-key";

  private static Access access(String address, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("interact.writer.instance", "this");
    OrchestratorConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(OrchestratorConfig.class)
            .addDiscoveredConverters()
            .withDefaultValues(all)
            .build()
            .getConfigMapping(OrchestratorConfig.class);
    return new Access(config, address);
  }

  private static Map<String, String> open(String value) {
    return value == null ? Map.of() : Map.of(OPEN, value);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , true",
    "localhost, , true",
    "::1, true, true",
    "127.0.0.1, false, false",
    "0.0.0.0, , false",
    "10.0.0.7, false, false",
    "0.0.0.0, false, false"
  })
  void it_is_open_on_its_own_machine_unless_told_otherwise(
      String address, String setting, boolean expected) {
    Access access = access(address, open(setting));
    access.check(null);
    assertThat(access.isOpen()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "10.0.0.7", "interact.example.org", "::"})
  void what_others_can_reach_cannot_be_open(String address) {
    assertThatThrownBy(() -> access(address, open("true")).check(null))
        .hasMessageStartingWith(
            "INTERACT_ACCESS_OPEN=true is for an orchestrator that its own machine");
  }

  @Test
  void behind_a_proxy_it_is_closed() {
    Map<String, String> proxied = Map.of("interact.hosts", "localhost,study.example");
    assertThat(access("127.0.0.1", proxied).isOpen()).isFalse();
    assertThat(access("127.0.0.1", Map.of("interact.hosts", "localhost")).isOpen()).isTrue();

    Map<String, String> opened = new HashMap<>(proxied);
    opened.put(OPEN, "true");
    assertThatThrownBy(() -> access("127.0.0.1", opened).check(null))
        .hasMessageContaining("no name of a proxy in INTERACT_HOSTS");
  }

  @Test
  void a_key_that_could_be_guessed_is_not_taken_and_not_told() {
    assertThatThrownBy(() -> access("0.0.0.0", Map.of(ADMIN_KEY, "password")).check(null))
        .hasMessageStartingWith("INTERACT_ACCESS_ADMIN_KEY has fewer than 32 characters")
        .hasMessageNotContaining("password");
    access("0.0.0.0", Map.of(ADMIN_KEY, "0123456789abcdef".repeat(2))).check(null);
  }
}
