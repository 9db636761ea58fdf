package dev.interact.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRegistryTest {

  private static final String GOOD =
      """
      models:
        offline:
          base-url: ${OFFLINE_MODEL_URL:-http://127.0.0.1:9/v1}
          model: offline
          concurrency: 16
        hosted:
          base-url: https://example.org/v1
          model: big
          key-env: BIG_KEY
          price: {input: 0.15, output: 0.6}
      """;

  private static ModelRegistry registry(String yaml, Map<String, String> environment) {
    return ModelRegistry.parse(yaml, "models.yaml", environment::get);
  }

  @Test
  void an_alias_has_its_settings_and_defaults_for_the_rest() {
    Model hosted = registry(GOOD, Map.of()).find("hosted").orElseThrow();

    assertThat(hosted)
        .isEqualTo(
            new Model(
                "https://example.org/v1",
                "big",
                "BIG_KEY",
                8,
                null,
                120,
                new Model.Price(0.15, 0.6),
                null,
                null,
                3_000,
                "offline",
                null));
  }

  @Test
  void an_alias_names_the_pool_that_calls_it() {
    ModelRegistry registry =
        registry("models: {big: {base-url: 'http://h/v1', model: x, pool: gpu-2}}", Map.of());

    assertThat(registry.find("big")).map(Model::pool).hasValue("gpu-2");
  }

  @Test
  void an_alias_names_the_offline_model_that_stands_in_for_it() {
    ModelRegistry registry =
        registry(
            """
            models:
              small: {base-url: 'http://h/v1', model: x, stands-in: offline-weak}
            """,
            Map.of());

    assertThat(registry.find("small")).map(Model::standsIn).hasValue("offline-weak");
  }

  @Test
  void variables_come_from_the_environment_or_their_default() {
    assertThat(registry(GOOD, Map.of()).find("offline").orElseThrow().baseUrl())
        .isEqualTo("http://127.0.0.1:9/v1");
    assertThat(
            registry(GOOD, Map.of("OFFLINE_MODEL_URL", "http://127.0.0.1:7/v1"))
                .find("offline")
                .orElseThrow()
                .baseUrl())
        .isEqualTo("http://127.0.0.1:7/v1");
  }

  @Test
  void an_alias_whose_key_is_not_set_says_which_variable() {
    assertThat(registry(GOOD, Map.of()).problem("hosted"))
        .hasValue(
            "Model alias 'hosted' needs an API key in the environment variable BIG_KEY,"
                + " which is not set.");
    assertThat(registry(GOOD, Map.of("BIG_KEY", "k")).problem("hosted")).isEmpty();
  }

  @Test
  void an_unknown_alias_names_the_known_ones() {
    assertThat(registry(GOOD, Map.of()).problem("gpt"))
        .hasValue("There is no model alias 'gpt' in the registry; it has hosted, offline.");
  }

  @Test
  void a_human_is_no_model() {
    assertThat(registry(GOOD, Map.of()).problem("human"))
        .hasValue("'human' is a person: it can only be a student, of a study.");
  }

  @Test
  void a_cost_is_per_million_tokens() {
    assertThat(new Model.Price(0.15, 0.6).of(1_000_000, 500_000)).isEqualTo(0.45);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          models: {human: {base-url: 'http://h/v1', model: x}} | models.yaml, models.human: 'human' stands for a person in study files; give the model another alias.
          models: {a: {base-url: 'http://h/v1', model: x, modell: x}} | models.yaml, line 1, models.a.modell: there is no such field; allowed are base-url, concurrency, image-tokens, initial-concurrency, key-env, model, pool, price, requests-per-minute, stands-in, timeout-seconds, tokens-per-minute
          models: {a: {model: x}}                           | models.yaml, line 1, models.a: base-url: is missing
          models: {a: {base-url: 'ftp://h', model: x}}      | base-url: must be an http or https address
          models: {a: {base-url: 'http://h/v1', model: x, concurrency: -1}} | concurrency: must be at least 1
          models: {a: {base-url: 'http://h/v1', model: x, initial-concurrency: 9}} | initial-concurrency: must be 1 to concurrency, which is 8, not 9
          models: {a: {base-url: 'http://h/v1', model: x, initial-concurrency: -1}} | initial-concurrency: must be 1 to concurrency, which is 8, not -1
          models: {a: {base-url: 'http://h/v1', model: x, tokens-per-minute: 0}} | tokens-per-minute: must be at least 1, not 0
          models: {a: {base-url: 'http://h/v1', model: x, requests-per-minute: 10000000001}} | models.a: requests-per-minute: must be at most 10000000000, not 10000000001
          models: {a: {base-url: 'http://h/v1', model: x, stands-in: weak}} | models.a: stands-in: must be offline or offline-weak, not weak
          models: {a: {base-url: 'http://h/v1', model: x, pool: 'GPU pool'}} | models.a: pool: must be 1 to 30 small letters, digits and hyphens, not 'GPU pool'
          models: {}                                        | names no models
          models: [                                         | models.yaml, line
          """)
  void a_wrong_file_says_where_and_what(String yaml, String message) {
    assertThatThrownBy(() -> registry(yaml, Map.of()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(message);
  }
}
