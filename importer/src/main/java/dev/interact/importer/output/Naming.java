package dev.interact.importer.output;

import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.ImportOptions.Labels;
import dev.interact.importer.Notes;
import dev.interact.importer.Refused;
import dev.interact.importer.source.InputFile;
import dev.interact.importer.text.Texts;

/** What concepts are called and where they are from. What the user states wins. */
final class Naming {
  private static final int LONGEST_TITLE = 200;

  private final Labels labels;

  Naming(Labels labels) {
    this.labels = labels;
  }

  /**
   * The domain: stated, or the folder's, or the file's own word.
   *
   * @throws Refused if nothing says it
   */
  String domain(Draft draft, InputFile file) {
    if (stated(Field.DOMAIN) != null) {
      return stated(Field.DOMAIN);
    }
    String domain = file.topFolder() == null ? draft.label(Field.DOMAIN) : file.topFolder();
    if (domain == null) {
      throw new Refused(
          "has no domain; state one with --domain, or put it into a folder of the domain's name and import the folder above");
    }
    return domain;
  }

  /** The id that it should have: its own, or of its title, or of its file's name. */
  String id(Draft draft, InputFile file) {
    if (draft.label(Field.ID) != null) {
      return draft.label(Field.ID);
    }
    if (draft.place() == null) {
      return Ids.slug(file.stem());
    }
    return draft.label(Field.TITLE) == null
        ? Ids.slug(file.stem() + " " + number(draft))
        : Ids.slug(draft.label(Field.TITLE));
  }

  /** The title: its own, or its file's name. */
  String title(Draft draft, InputFile file) {
    String own = draft.label(Field.TITLE);
    String name = capital(file.stem().replaceAll("[-_\\s]+", " ").strip());
    String title = own != null ? own : draft.place() == null ? name : name + " " + number(draft);
    String clean = Texts.normal(title, false, new Notes()).replaceAll("\\s+", " ").strip();
    return clean.length() <= LONGEST_TITLE
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
  }

  /** Where it is from: stated, its own word, or its file. */
  String source(Draft draft, InputFile file) {
    String said = said(Field.SOURCE, draft);
    return said == null ? file.name() : said;
  }

  /** What it may be used for; null where nothing says it. */
  String licence(Draft draft) {
    return said(Field.LICENCE, draft);
  }

  /** The cluster that it is in; null for none. */
  String cluster(Draft draft, InputFile file) {
    if (draft.label(Field.CLUSTER) != null) {
      return draft.label(Field.CLUSTER);
    }
    return labels.clusterByFolder() && !file.folder().isEmpty() ? file.folder() : null;
  }

  private String said(Field field, Draft draft) {
    return stated(field) == null ? draft.label(field) : stated(field);
  }

  private String stated(Field field) {
    return labels.stated().get(field);
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : Character.toString(Character.toTitleCase(name.codePointAt(0)))
            + name.substring(name.offsetByCodePoints(0, 1));
  }

  private static String number(Draft draft) {
    return draft.place().replaceAll("\\D+", "");
  }
}
