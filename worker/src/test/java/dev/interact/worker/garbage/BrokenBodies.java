package dev.interact.worker.garbage;

import static dev.interact.worker.garbage.Corpus.COMPLETED;
import static dev.interact.worker.garbage.Corpus.COMPLETED_OR_TRANSIENT;
import static dev.interact.worker.garbage.Corpus.TRANSIENT;
import static dev.interact.worker.garbage.Corpus.completion;
import static dev.interact.worker.garbage.Corpus.part;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no JSON, cut JSON, JSON in wrong bytes, and far too much of it. */
final class BrokenBodies {
  private static final String GOOD = completion("I would say it was the miller.").toString();
  private static final int CUTS = 60;
  private static final int TEN_MB = 10_000_000;

  private BrokenBodies() {}

  static void addTo(Corpus corpus) {
    cuts(corpus);
    noJson().forEach((name, body) -> corpus.add("no JSON: " + name, body, TRANSIENT));
    nearlyJson().forEach((name, body) -> corpus.add(name, body, COMPLETED_OR_TRANSIENT));
    bytes(corpus);
    corpus.add("gzip that nobody announced", part(gzip()), TRANSIENT);
    corpus.add("deflate that nobody announced", part(deflate()), TRANSIENT);
    corpus.add("gzip", 200, Map.of("Content-Encoding", "gzip"), List.of(part(gzip())), TRANSIENT);
    tooLong(corpus);
    types(corpus);
  }

  private static void cuts(Corpus corpus) {
    for (int i = 1; i <= CUTS; i++) {
      int end = i * (GOOD.length() - 1) / CUTS;
      corpus.add("cut after %d bytes".formatted(end), GOOD.substring(0, end), TRANSIENT);
    }
    for (int missing : List.of(1, 100, 1_000_000)) {
      corpus.addCut("the connection ends %d bytes too early".formatted(missing), GOOD, missing);
    }
  }

  private static Map<String, String> noJson() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("nothing", "");
    bodies.put("a blank", " ");
    bodies.put("line breaks", "\r\n\r\n");
    bodies.put("a byte order mark", "\uFEFF");
    bodies.put("a NUL", "\u0000");
    bodies.put("NULs", "\u0000".repeat(300));
    bodies.put("prose", "Sure! The answer is A.");
    bodies.put("an HTML page", "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>");
    bodies.put("XML", "<?xml version=\"1.0\"?><choices><choice>A</choice></choices>");
    bodies.put("YAML", "id: x\nchoices:\n  - message: {content: A}\n");
    bodies.put("a stream of events", "data: " + GOOD + "\n\ndata: [DONE]\n\n");
    bodies.put("the end of a stream", "data: [DONE]\n\n");
    bodies.put("an open quotation", "\"");
    bodies.put("an open list", "[");
    bodies.put("single quotation marks", GOOD.replace('"', '\''));
    bodies.put("a comment before it", "/* hi */" + GOOD);
    bodies.put("no quotation marks", GOOD.replace("\"", ""));
    bodies.put("a comma too many", GOOD.replace("}}", "},}"));
    bodies.put("not a number", GOOD.replace(":100", ":NaN"));
    bodies.put("a leading zero", GOOD.replace(":100", ":0100"));
    bodies.put("a number of 2000 digits", GOOD.replace(":100", ":" + "9".repeat(2000)));
    bodies.put("an unknown escape", GOOD.replace("miller", "mil\\ler"));
    bodies.put("a cut escape", GOOD.replace("miller", "mil\\u00"));
    bodies.put("a fence around it", "```json\n" + GOOD + "\n```");
    bodies.put("a prefix against hijacking", ")]}',\n" + GOOD);
    bodies.put("2000 open lists", "[".repeat(2000));
    bodies.put(
        "1500 lists within each other",
        GOOD.replace("\"stub\"", "[".repeat(1500) + "]".repeat(1500)));
    return bodies;
  }

  private static Map<String, String> nearlyJson() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("a byte order mark before it", "\uFEFF" + GOOD);
    bodies.put("a line break in a text", GOOD.replace("miller", "mil\nler"));
    bodies.put("a colour in a text", GOOD.replace("miller", "\u001b[31mmiller\u001b[0m"));
    bodies.put("twice", GOOD + GOOD);
    bodies.put("a line of its own and another", GOOD + "\n" + GOOD + "\n");
    bodies.put("rubbish behind it", GOOD + "</html>");
    bodies.put("a NUL behind it", GOOD + "\u0000");
    bodies.put("500 lists in a field nobody knows", unknown("[".repeat(500) + "]".repeat(500)));
    bodies.put("1500 lists in a field nobody knows", unknown("[".repeat(1500) + "]".repeat(1500)));
    bodies.put("a number that is infinite", unknown("1e400"));
    bodies.put("all fields twice", GOOD.replaceFirst("}$", "," + GOOD.substring(1)));
    bodies.put("choices twice", GOOD.replaceFirst("}$", ",\"choices\":[]}"));
    bodies.put("an id twice", GOOD.replaceFirst("}$", ",\"id\":null}"));
    return bodies;
  }

  private static String unknown(String value) {
    return GOOD.replaceFirst("}$", ",\"x\":" + value + "}");
  }

  private static void bytes(Corpus corpus) {
    byte[][] wrong = {
      {(byte) 0xFF},
      {(byte) 0xC3},
      {(byte) 0x80},
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xE2, (byte) 0x82},
      {(byte) 0xFE, (byte) 0xFF}
    };
    for (byte[] sequence : wrong) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(GOOD.substring(0, GOOD.indexOf("miller")).getBytes(StandardCharsets.UTF_8));
      body.writeBytes(sequence);
      body.writeBytes(GOOD.substring(GOOD.indexOf("miller")).getBytes(StandardCharsets.UTF_8));
      String hex = java.util.HexFormat.of().formatHex(sequence);
      corpus.add("bytes that are no UTF-8: " + hex, part(body.toByteArray()), COMPLETED);
    }
    byte[] noise = new byte[500];
    for (int i = 0; i < 10; i++) {
      corpus.random().nextBytes(noise);
      corpus.add("noise %d".formatted(i), part(noise.clone()), TRANSIENT);
    }
    corpus.add("UTF-16", part(GOOD.getBytes(StandardCharsets.UTF_16)), COMPLETED_OR_TRANSIENT);
    corpus.add("UTF-16LE", part(GOOD.getBytes(StandardCharsets.UTF_16LE)), COMPLETED_OR_TRANSIENT);
    String accents = completion("Le héros s'appelle Émile.").toString();
    corpus.add("Latin-1", part(accents.getBytes(StandardCharsets.ISO_8859_1)), COMPLETED);
  }

  private static void tooLong(Corpus corpus) {
    String[] around = completion("TEXT").toString().split("TEXT");
    corpus.add("100000 open objects", part("{\"a\":", 100_000), TRANSIENT);
    corpus.add(
        "a name of 60000 characters",
        List.of(part("{\""), part("n", 60_000), part("\":1," + GOOD.substring(1))),
        COMPLETED_OR_TRANSIENT);
    corpus.add(
        "a text of 10 MB",
        List.of(part(around[0]), part("word ", TEN_MB / 5), part(around[1])),
        TRANSIENT);
    corpus.add(
        "a text of 3 MB",
        List.of(part(around[0]), part("word ", 600_000), part(around[1])),
        TRANSIENT);
    corpus.add("10 MB of blanks", part(" ", TEN_MB), TRANSIENT);
    corpus.add("10 MB of NULs", part("\u0000", TEN_MB), TRANSIENT);
    corpus.add("10 MB of lists", List.of(part("["), part("[],", TEN_MB / 3)), TRANSIENT);
    corpus.add("10 MB of blanks behind it", List.of(part(GOOD), part(" ", TEN_MB)), TRANSIENT);
  }

  private static void types(Corpus corpus) {
    for (String type :
        List.of(
            "text/html",
            "text/event-stream",
            "image/png",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json; charset=no-such",
            "nonsense",
            "///",
            ";")) {
      corpus.add(
          "called '%s'".formatted(type),
          200,
          Map.of("Content-Type", type),
          List.of(part(GOOD)),
          COMPLETED);
    }
  }

  private static byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream deflate = new DeflaterOutputStream(bytes)) {
      deflate.write(GOOD.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
