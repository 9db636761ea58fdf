package dev.interact.importer;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * How material is imported.
 *
 * @param output the folder that is made
 */
public record ImportOptions(
    Path output, Labels labels, Texts texts, Selection selection, Limits limits) {

  /** What is imported where nothing else is said: everything, whole. */
  public static ImportOptions into(Path output) {
    return new ImportOptions(output, Labels.NONE, Texts.AS_THEY_ARE, Selection.ALL, Limits.USUAL);
  }

  /** The same with another output. */
  public ImportOptions to(Path folder) {
    return new ImportOptions(folder, labels, texts, selection, limits);
  }

  public ImportOptions with(Labels other) {
    return new ImportOptions(output, other, texts, selection, limits);
  }

  public ImportOptions with(Texts other) {
    return new ImportOptions(output, labels, other, selection, limits);
  }

  public ImportOptions with(Selection other) {
    return new ImportOptions(output, labels, texts, other, limits);
  }

  public ImportOptions with(Limits other) {
    return new ImportOptions(output, labels, texts, selection, other);
  }

  /**
   * What holds for every concept.
   *
   * @param stated by field: domain, source, licence; wins over what files say
   * @param columns of tables: the column of a field, where it has none of the usual names
   * @param clusterByFolder whether the files of a folder are one cluster
   */
  public record Labels(
      Map<Field, String> stated, Map<Field, String> columns, boolean clusterByFolder) {
    public static final Labels NONE = new Labels(Map.of(), Map.of(), false);

    public Labels {
      stated = Map.copyOf(stated);
      columns = Map.copyOf(columns);
    }

    /** The same with one more stated. */
    public Labels stating(Field field, String value) {
      Map<Field, String> more = new EnumMap<>(Field.class);
      more.putAll(stated);
      more.put(field, value);
      return new Labels(more, columns, clusterByFolder);
    }
  }

  /**
   * How texts are read.
   *
   * @param encoding of files that have no byte order mark; null to find out
   * @param repairMojibake whether UTF-8 that was read in another encoding is put right
   * @param maxTokens by domain, {@link #EVERY} for all others; absent: whole
   */
  public record Texts(Charset encoding, boolean repairMojibake, Map<String, Integer> maxTokens) {
    /** Stands for all domains. */
    public static final String EVERY = "";

    public static final Texts AS_THEY_ARE = new Texts(null, false, Map.of());

    public Texts {
      maxTokens = Map.copyOf(maxTokens);
    }

    /** The most tokens of a text of a domain, or null. */
    public Integer maxTokens(String domain) {
      return maxTokens.getOrDefault(domain, maxTokens.get(EVERY));
    }
  }

  /**
   * What is left out.
   *
   * @param publishedAfter what is dated on this day or earlier is left out; null for none
   * @param undatedToo whether what has no date is kept then
   * @param duplicates whether they are kept
   */
  public record Selection(LocalDate publishedAfter, boolean undatedToo, boolean duplicates) {
    public static final Selection ALL = new Selection(null, true, false);
  }

  /**
   * How large things may be.
   *
   * @param fileBytes larger files are refused
   * @param pixels images of more are refused before they are decoded
   * @param longestSide of images, in pixels; larger ones are scaled down
   */
  public record Limits(long fileBytes, long pixels, int longestSide) {
    private static final int MEBIBYTE = 1 << 20;
    public static final Limits USUAL = new Limits(200L * MEBIBYTE, 100_000_000, 2048);
  }
}
