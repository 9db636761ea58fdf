package dev.interact.cli.dataset;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.analysis.source.Manifest.ModelUsed;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SetManifest;
import dev.interact.registry.Model;
import java.util.List;

/**
 * What there is to say of a data set.
 *
 * @param set what it says of itself
 * @param simulated aliases of its models that are offline ones
 * @param closedBook by filter model
 */
@JsonNaming(SnakeCaseStrategy.class)
record SetFigures(SetManifest set, List<String> simulated, List<ClosedBookFigures> closedBook) {

  static SetFigures of(DataSet set) {
    return new SetFigures(set.manifest(), simulated(set.manifest()), ClosedBookFigures.of(set));
  }

  static List<String> simulated(SetManifest set) {
    return set.recipe().models().stream()
        .filter(
            alias ->
                Model.isOffline(alias)
                    || new ModelUsed(set.models().get(alias), null).isSimulated())
        .toList();
  }
}
