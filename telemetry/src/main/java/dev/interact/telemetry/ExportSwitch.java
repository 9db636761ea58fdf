package dev.interact.telemetry;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Has traces exported where {@code OTEL_EXPORTER_OTLP_ENDPOINT} names an endpoint, and nowhere
 * else; {@code quarkus.otel.sdk.disabled} says otherwise.
 */
public final class ExportSwitch implements ConfigSourceFactory {
  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final int BEFORE_DEFAULTS = 150;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String endpoint = context.getValue(ENDPOINT).getValue();
    boolean disabled = endpoint == null || endpoint.isBlank();
    return List.of(
        new PropertiesConfigSource(
            Map.of(Traces.DISABLED, String.valueOf(disabled)), "export switch", BEFORE_DEFAULTS));
  }
}
