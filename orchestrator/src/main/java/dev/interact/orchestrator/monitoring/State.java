package dev.interact.orchestrator.monitoring;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.GaugeMetricFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values of all figures of state at one scrape. */
final class State {

  /** The figures, each with its labels. */
  enum Figure {
    STUDIES("interact_studies", "Studies and preparations, by state.", "state"),
    DIALOGUES(
        "interact_dialogues", "Dialogues of running studies, by stage.", "study", "name", "stage"),
    STUDY_CALLS(
        "interact_study_calls", "Calls that running studies have paid for.", "study", "name"),
    STUDY_COST(
        "interact_study_cost_usd", "US dollars that running studies have paid.", "study", "name"),
    BUDGET_USED(
        "interact_study_budget_used_ratio",
        "What is spent and reserved of the cap that is nearest to being reached, of running studies"
            + " with a cap.",
        "study",
        "name"),
    CALLS_READY("interact_calls_ready", "Calls that wait to be sent.", "model"),
    CALLS_IN_FLIGHT(
        "interact_calls_in_flight", "Calls that were sent and not replied to.", "model"),
    WINDOW("interact_window_calls", "Calls that may be in flight just now.", "model"),
    LIMIT("interact_limit_calls", "Calls that may ever be in flight.", "model"),
    CLOSED("interact_closed_seconds", "How long the provider asks to wait still.", "model"),
    DEAD_LETTERS("interact_dead_letters", "Dead letters that were not sent again."),
    OUTBOX("interact_outbox_rows", "Rows of events that are stored and not published yet.");

    private final String name;
    private final String help;
    private final List<String> labels;

    Figure(String name, String help, String... labels) {
      this.name = name;
      this.help = help;
      this.labels = List.of(labels);
    }
  }

  private final Map<Figure, GaugeMetricFamily> families = new EnumMap<>(Figure.class);

  State() {
    Stream.of(Figure.values())
        .forEach(
            figure ->
                families.put(
                    figure, new GaugeMetricFamily(figure.name, figure.help, figure.labels)));
  }

  /** Says a value; labels in the figure's order. */
  void add(Figure figure, double value, String... labels) {
    families.get(figure).addMetric(List.of(labels), value);
  }

  List<MetricFamilySamples> families() {
    return List.copyOf(families.values());
  }
}
