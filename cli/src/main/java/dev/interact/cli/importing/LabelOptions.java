package dev.interact.cli.importing;

import dev.interact.importer.Field;
import dev.interact.importer.ImportOptions.Labels;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the user says of all files. */
final class LabelOptions {
  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "The domain of everything (default: the folder's name, or a row's own).")
  private String domain;

  @Option(
      names = "--licence",
      paramLabel = "L",
      description = "What everything may be used for (default: what a file says).")
  private String licence;

  @Option(
      names = "--source",
      paramLabel = "S",
      description = "Where everything is from (default: what a file says, or its path).")
  private String source;

  @Option(
      names = "--column",
      paramLabel = "FIELD=NAME",
      converter = FieldName.class,
      description =
          "Of tables: the column that holds text, image, id, title, date, source, licence, domain"
              + " or cluster (default: one of a usual name). May be given more than once.")
  private Map<Field, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--cluster-by",
      paramLabel = "folder",
      description = "Make the files of a folder one cluster, for analyses: folder.")
  private ClusterBy clusterBy;

  /** What makes a cluster. */
  enum ClusterBy {
    folder
  }

  static final class FieldName implements ITypeConverter<Field> {
    @Override
    public Field convert(String name) {
      return Field.of(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "must be text, image, id, title, date, source, licence, domain or cluster,"
                          + " not '%s'".formatted(name)));
    }
  }

  Labels labels() {
    Map<Field, String> stated = new EnumMap<>(Field.class);
    put(Field.DOMAIN, domain, stated);
    put(Field.LICENCE, licence, stated);
    put(Field.SOURCE, source, stated);
    return new Labels(stated, columns, clusterBy == ClusterBy.folder);
  }

  private static void put(Field field, String value, Map<Field, String> stated) {
    if (value != null && !value.isBlank()) {
      stated.put(field, value.strip());
    }
  }
}
