package dev.interact.analysis.finding;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.source.Manifest.ModelUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models behind the aliases, and the systems that answered for them. */
record WhoAnswered(Basis basis) {
  private static final String ID = "who-answered";

  Map<String, ModelUsed> models() {
    return new TreeMap<>(basis.source().manifest().models());
  }

  Section section(Served served) {
    List<Block> blocks = new ArrayList<>();
    List<Served.Cell> cells = basis.arms(arm -> true).stream().map(served::cell).toList();
    Served.notices(List.of(cells)).forEach(notice -> blocks.add(new Notice(notice)));
    if (models().isEmpty()) {
      blocks.add(new Text("The results do not say which models answered."));
    } else {
      blocks.add(table());
    }
    return new Section(ID, "Who answered", blocks);
  }

  private Table table() {
    return new Table(
        ID + "-table",
        "Models by alias",
        List.of(
            new Column("alias", false),
            new Column("model", false),
            new Column("fingerprints", false)),
        models().entrySet().stream()
            .map(
                model ->
                    List.of(
                        model.getKey(),
                        model.getValue().model() == null
                            ? "not in the registry"
                            : model.getValue().model(),
                        model.getValue().fingerprints().isEmpty()
                            ? "none given"
                            : String.join(", ", model.getValue().fingerprints())))
            .toList(),
        List.of(
            "A fingerprint is what the provider calls the version that answered; several of one alias mean that it changed while the study ran."));
  }
}
