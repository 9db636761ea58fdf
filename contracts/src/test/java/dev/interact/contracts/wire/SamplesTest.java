package dev.interact.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  static Stream<Object> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_message_is_read_back_as_it_was_written(Object message) {
    Wire wire = Wire.of(message);

    assertThat(wire.read(wire.write(message))).usingRecursiveComparison().isEqualTo(message);
  }

  @Test
  void they_have_every_type_field_and_constant_of_messages() {
    Set<String> possible = Holdings.possible(Stream.of(Wire.values()).map(Wire::type));

    assertThat(possible).hasSizeGreaterThan(100);
    assertThat(Holdings.real(Samples.all())).isEqualTo(possible);
  }
}
