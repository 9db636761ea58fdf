package dev.interact.importer.format;

import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a page: its article, as a browser's reading mode shows it. */
public final class Html {
  private static final int HEAD_BYTES = 4096;
  private static final String NOWHERE = "http://page.invalid/";
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)|<\\?xml[^>]*encoding=[\"']([\\w:.-]+)");

  private static final String FURNITURE =
      "script, style, noscript, template, svg, nav, footer, aside, form, dialog, button, iframe,"
          + " [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo],"
          + " [role=complementary], [role=search], body > header";

  /** Of a page's text; where less is found to be the article, the page is no article. */
  private static final double LEAST_SHARE = 0.25;

  private Html() {}

  public static void read(Reading reading, Consumer<Draft> found) throws IOException {
    Document page = Jsoup.parse(PlainText.whole(reading, declared(reading)), NOWHERE);
    Map<Field, String> labels = labels(page);
    int all = page.body().text().length();
    Document bare = page.clone();
    bare.select(FURNITURE).remove();
    String text = HtmlText.of(article(bare));
    if (text.isBlank()) {
      throw new Refused("has no text beside its navigation");
    }
    reading
        .notes()
        .say(
            "%,d of the page's %,d characters are the article"
                .formatted(Math.min(text.length(), all), all));
    found.accept(Draft.text(text, labels));
  }

  private static Element article(Document bare) {
    Element body = bare.body();
    int all = body.text().length();
    String html = new Readability4J(NOWHERE, bare.clone()).parse().getContent();
    if (html == null) {
      return body;
    }
    Element article = Jsoup.parseBodyFragment(html, NOWHERE).body();
    return article.text().length() < LEAST_SHARE * all ? body : article;
  }

  private static Charset declared(Reading reading) throws IOException {
    try (InputStream in = Files.newInputStream(reading.file().path())) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      Matcher matcher = DECLARED.matcher(head);
      return matcher.find() ? charset(matcher, reading) : null;
    }
  }

  private static Charset charset(Matcher declared, Reading reading) {
    String name = declared.group(1) == null ? declared.group(2) : declared.group(1);
    try {
      Charset charset = Charset.forName(name);
      // As browsers do: pages that say Latin-1 mean what Windows made of it.
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Charset.forName("windows-1252")
          : charset;
    } catch (IllegalArgumentException e) {
      reading.notes().say("declares the encoding '%s', which is not known".formatted(name));
      return null;
    }
  }

  private static Map<Field, String> labels(Document page) {
    Map<Field, String> labels = new EnumMap<>(Field.class);
    put(labels, Field.TITLE, meta(page, "og:title"), text(page, "h1"), page.title());
    put(
        labels,
        Field.DATE,
        meta(page, "article:published_time"),
        meta(page, "date"),
        meta(page, "dcterms.date"),
        page.select("time[datetime]").attr("datetime"));
    put(
        labels,
        Field.SOURCE,
        page.select("link[rel=canonical]").attr("href"),
        meta(page, "og:url"));
    put(
        labels,
        Field.LICENCE,
        page.select("link[rel=license]").attr("href"),
        meta(page, "dcterms.license"));
    return labels;
  }

  private static void put(Map<Field, String> labels, Field field, String... values) {
    Stream.of(values)
        .filter(value -> !value.isBlank())
        .findFirst()
        .ifPresent(value -> labels.put(field, value));
  }

  private static String meta(Document page, String name) {
    return page.select("meta[property=%s], meta[name=%s]".formatted(name, name)).attr("content");
  }

  private static String text(Document page, String tag) {
    Element first = page.selectFirst(tag);
    return first == null ? "" : first.text();
  }
}
