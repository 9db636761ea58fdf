package dev.interact.importer;

import dev.interact.study.Concept;
import java.util.List;

/**
 * One file that was uploaded, imported by itself.
 *
 * @param report what became of it
 * @param concepts that it gave, images included; none if it was refused
 */
public record Upload(FileReport report, List<Concept> concepts) {}
