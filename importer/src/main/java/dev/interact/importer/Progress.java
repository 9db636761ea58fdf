package dev.interact.importer;

/**
 * How far an import is.
 *
 * @param done files that are through
 * @param all files that there are
 * @param file the one that is begun; null at the end
 */
public record Progress(int done, int all, String file) {}
