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

/** What a preparation has made, as a data set on this machine. */
record MadeSet(Orchestrator orchestrator, PreparationOrder order, StudyStatus status) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Fetches and writes it.
   *
   * @param registry tells the providers' ids of models
   */
  DataSet write(Path sets, ModelRegistry registry) {
    Path lines = sets.resolve("." + status.id() + ".jsonl");
    try {
      Files.createDirectories(sets);
      orchestrator.downloadMade(status.id(), lines);
      try (MappingIterator<Made> made = JSON.readerFor(Made.class).readValues(lines.toFile())) {
        return DataSetWriter.write(sets, order.recipe(), contents(made, registry));
      } finally {
        Files.deleteIfExists(lines);
      }
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written: %s".formatted(sets, e), e);
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
