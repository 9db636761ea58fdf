package dev.interact.cli.prepare;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.Main;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.dataset.SetCard;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.preparation.set.Contents;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.DataSetWriter;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.input.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What a preparation has made, as a data set on this machine. */
record MadeSet(Orchestrator orchestrator, PreparationOrder order, StudyStatus status) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Fetches and writes it.
   *
   * @param registry tells the providers' ids of models
   */
  DataSet write(Path sets, ModelRegistry registry) {
    try {
      Path lines = Files.createTempFile(Files.createDirectories(sets), ".made-", ".jsonl");
      try {
        orchestrator.downloadMade(status.id(), lines);
        return write(sets, lines, registry);
      } finally {
        Files.deleteIfExists(lines);
      }
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written: %s".formatted(sets, e), e);
    }
  }

  private DataSet write(Path sets, Path lines, ModelRegistry registry) throws IOException {
    try (Stream<String> all = Files.lines(lines)) {
      long there = all.count();
      if (there != order.concepts().size()) {
        throw new IOException(
            "only %d of %d concepts came".formatted(there, order.concepts().size()));
      }
    }
    try (MappingIterator<Made> made = JSON.readerFor(Made.class).readValues(lines.toFile())) {
      return DataSetWriter.write(sets, order.recipe(), contents(made, registry));
    }
  }

  private Contents contents(MappingIterator<Made> made, ModelRegistry registry) {
    Map<String, String> models =
        order.recipe().models().stream()
            .filter(alias -> registry.find(alias).isPresent())
            .collect(
                toMap(
                    alias -> alias, alias -> registry.find(alias).map(Model::model).orElseThrow()));
    return new Contents(
        status.id(),
        ContentHash.of("prompts", order.prompts()),
        models,
        made,
        Main.Version.number(),
        SetCard::markdown);
  }
}
