package dev.interact.orchestrator.monitoring;

import dev.interact.orchestrator.writer.Writer;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells a scraper the state that the database and the engine have: it is asked for at a scrape and
 * at no other time. Of several orchestrators the writer alone tells it.
 */
@Singleton
class StateCollector extends Collector implements Collector.Describable {
  private static final Logger LOG = Logger.getLogger(StateCollector.class);

  private final PrometheusMeterRegistry registry;
  private final Writer writer;
  private final StudyState studies;
  private final CallState calls;

  StateCollector(
      PrometheusMeterRegistry registry, Writer writer, StudyState studies, CallState calls) {
    this.registry = registry;
    this.writer = writer;
    this.studies = studies;
    this.calls = calls;
  }

  void start(@Observes StartupEvent event) {
    registry.getPrometheusRegistry().register(this);
  }

  /** The figures without values: these are there before any study is. */
  @Override
  public List<MetricFamilySamples> describe() {
    return new State().families();
  }

  @Override
  public List<MetricFamilySamples> collect() {
    State state = new State();
    if (writer.isHeld()) {
      try {
        QuarkusTransaction.requiringNew()
            .run(
                () -> {
                  studies.addTo(state);
                  calls.addTo(state);
                });
      } catch (RuntimeException e) {
        LOG.debugf("the state could not be read: %s", e.getClass());
        return describe();
      }
    }
    return state.families();
  }
}
