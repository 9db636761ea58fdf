package dev.interact.cli.importing;

import dev.interact.cli.CommandFailed;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportOptions.Limits;
import dev.interact.importer.ImportOptions.Selection;
import dev.interact.importer.ImportOptions.Texts;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How files are read, and what of them is left out. */
final class ReadingOptions {
  private static final int MEBIBYTE = 1 << 20;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = CharsetName.class,
      description = "The encoding of texts without a byte order mark (default: found out).")
  private Charset encoding;

  @Option(
      names = "--repair-mojibake",
      description = "Put UTF-8 right that was read in another encoding, as in 'itâ€™s'.")
  private boolean repairMojibake;

  @Option(
      names = "--max-tokens",
      paramLabel = "[D=]N",
      description =
          "Cut texts, or those of domain D, at the last sentence that ends within N tokens of"
              + " o200k_base (default: whole). May be given more than once.")
  private List<String> maxTokens = new ArrayList<>();

  @Option(
      names = "--published-after",
      paramLabel = "DATE",
      description = "Leave out what is dated on this day or earlier, as 2025-06-01.")
  private LocalDate publishedAfter;

  @Option(
      names = "--undated",
      paramLabel = "HOW",
      defaultValue = "keep",
      description = "Of --published-after: keep or leave-out what has no date (default: keep).",
      converter = UndatedName.class)
  private Undated undated = Undated.KEEP;

  @Option(
      names = "--keep-duplicates",
      description = "Keep texts and images that are there already.")
  private boolean duplicates;

  @Option(
      names = "--max-file-size",
      paramLabel = "MIB",
      defaultValue = "200",
      description = "Refuse larger files (default: ${DEFAULT-VALUE} MiB).")
  private int maxFileSize = 200;

  @Option(
      names = "--longest-side",
      paramLabel = "PIXELS",
      defaultValue = "2048",
      description = "Scale larger images down to it (default: ${DEFAULT-VALUE}).")
  private int longestSide = 2048;

  static final class CharsetName implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "must be an encoding, as windows-1252, not '" + name + "'");
      }
    }
  }

  /** What becomes of that which has no date. */
  enum Undated {
    KEEP,
    LEAVE_OUT
  }

  static final class UndatedName implements ITypeConverter<Undated> {
    @Override
    public Undated convert(String how) {
      return switch (how) {
        case "keep" -> Undated.KEEP;
        case "leave-out" -> Undated.LEAVE_OUT;
        default ->
            throw new TypeConversionException("must be keep or leave-out, not '" + how + "'");
      };
    }
  }

  ImportOptions with(ImportOptions options) {
    if (maxFileSize < 1 || longestSide < 16) {
      throw CommandFailed.wrongInput(
          "--max-file-size must be at least 1, and --longest-side at least 16.");
    }
    return options
        .with(new Texts(encoding, repairMojibake, limits()))
        .with(new Selection(publishedAfter, undated == Undated.KEEP, duplicates))
        .with(new Limits((long) maxFileSize * MEBIBYTE, Limits.USUAL.pixels(), longestSide));
  }

  private Map<String, Integer> limits() {
    Map<String, Integer> limits = new HashMap<>();
    for (String limit : maxTokens) {
      int sign = limit.lastIndexOf('=');
      String domain = sign < 0 ? Texts.EVERY : limit.substring(0, sign).strip();
      limits.put(domain, tokens(limit.substring(sign + 1).strip()));
    }
    return limits;
  }

  private static int tokens(String number) {
    try {
      int tokens = Integer.parseInt(number);
      if (tokens > 0) {
        return tokens;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw CommandFailed.wrongInput(
        "--max-tokens must be a whole number above 0, or domain=number, not '%s'."
            .formatted(number));
  }
}
