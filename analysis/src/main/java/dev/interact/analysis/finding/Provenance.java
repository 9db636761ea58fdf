package dev.interact.analysis.finding;

import dev.interact.analysis.report.Report.Fact;
import dev.interact.analysis.source.Manifest;
import dev.interact.analysis.source.Manifest.ModelUsed;
import dev.interact.study.input.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where figures come from, and how to cite them. */
record Provenance(Basis basis) {
  private static final String UNKNOWN = "not recorded";

  List<Fact> facts() {
    Manifest manifest = basis.source().manifest();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("study", manifest.study().name()));
    facts.add(new Fact("study id", manifest.study().id()));
    facts.add(new Fact("state", basis.source().state()));
    facts.add(new Fact("data", data()));
    if (manifest.sets() != null) {
      manifest.sets().forEach(set -> facts.add(new Fact("data set", set)));
    }
    new TreeMap<>(orEmpty(manifest.prompts()))
        .forEach((domain, hash) -> facts.add(new Fact("prompts, " + domain, hash)));
    facts.add(new Fact("analysis", manifest.analysis() == null ? UNKNOWN : manifest.analysis()));
    new WhoAnswered(basis)
        .models()
        .forEach((alias, used) -> facts.add(new Fact("model, " + alias, model(used))));
    if (manifest.versions() != null) {
      facts.add(new Fact("Interact", manifest.versions().interact()));
      facts.add(new Fact("prompt renderer", manifest.versions().renderer()));
      facts.add(
          new Fact(
              "graders",
              manifest.versions().graders() == null
                  ? UNKNOWN
                  : String.join(", ", manifest.versions().graders())));
    }
    facts.add(new Fact("seed of this analysis", String.valueOf(basis.seed())));
    return facts;
  }

  private static <T> Map<String, T> orEmpty(Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  private String data() {
    Map<String, String> hashes = orEmpty(basis.source().manifest().concepts());
    return hashes.isEmpty()
        ? UNKNOWN
        : "%d concepts, together %s"
            .formatted(hashes.size(), ContentHash.of("concepts", new TreeMap<>(hashes)));
  }

  private static String model(ModelUsed used) {
    String model = used.model() == null ? "not in the registry" : used.model();
    List<String> fingerprints = used.fingerprints();
    return fingerprints.isEmpty()
        ? model
        : "%s (%s)".formatted(model, String.join(", ", fingerprints));
  }

  String citation() {
    Manifest manifest = basis.source().manifest();
    String version = manifest.versions() == null ? "" : " " + manifest.versions().interact();
    return "Study '%s' (id %s; data %s), run with Interact%s. Cite the study by its id, which is a hash of its settings, concepts and prompts, and the software by its version."
        .formatted(manifest.study().name(), manifest.study().id(), data(), version);
  }
}
