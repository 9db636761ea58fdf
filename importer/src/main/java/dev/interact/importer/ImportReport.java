package dev.interact.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an import did.
 *
 * @param version of this form, 1
 * @param undated concepts without a date, where dates mattered: kept, or left out
 * @param files every file that was found, in order
 */
public record ImportReport(
    @JsonProperty("interact_import") int version,
    Map<String, Domain> domains,
    int undated,
    List<FileReport> files) {
  static final int VERSION = 1;

  /**
   * What was imported of a domain.
   *
   * @param files that some concept came from
   * @param characters of its texts
   * @param notes on these files
   */
  public record Domain(int files, int concepts, long characters, int notes) {
    Domain plus(int more, long text, int notesOfFile) {
      return new Domain(files + 1, concepts + more, characters + text, notes + notesOfFile);
    }
  }

  static ImportReport of(List<FileReport> files, int undated) {
    Map<String, Domain> domains = new TreeMap<>();
    for (FileReport file : files) {
      for (String domain : new TreeSet<>(file.concepts().keySet())) {
        Domain earlier = domains.getOrDefault(domain, new Domain(0, 0, 0, 0));
        long characters = file.characters().getOrDefault(domain, 0L);
        domains.put(
            domain, earlier.plus(file.concepts().get(domain), characters, file.notes().size()));
      }
    }
    return new ImportReport(VERSION, domains, undated, List.copyOf(files));
  }

  /** How many concepts there are. */
  public int concepts() {
    return domains.values().stream().mapToInt(Domain::concepts).sum();
  }

  /** Files of an outcome. */
  public Stream<FileReport> files(Outcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome);
  }
}
