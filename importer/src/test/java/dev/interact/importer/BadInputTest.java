package dev.interact.importer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interact.importer.ImportOptions.Limits;
import dev.interact.study.Concept;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that cannot be imported: each is told, and the good one beside it is imported. */
class BadInputTest {
  private static final String GOOD = "A heron kept the only ford. She asked a button of everyone.";
  private static final byte[] PNG = Images.file(Images.marked(60, 40), "png");
  private static final byte[] JPEG = Images.file(Images.marked(60, 40), "jpg");
  private static final byte[] PDF = Pdfs.of(List.of(new Pdfs.Line(50, 700, "A page of text.")));
  private static final byte[] PARQUET =
      Parquets.of(
          "message t { required binary text (UTF8); }",
          CompressionCodecName.ZSTD,
          row -> row.append("text", "A row of text."));
  private static final int SMALL_LIMIT = 4 << 20;

  @TempDir private Path folder;

  static Stream<Arguments> badFiles() {
    return Stream.of(
        // nothing, or nothing to read
        bad("empty.txt", "", "is empty"),
        bad("empty.pdf", "", "is empty"),
        bad("empty.csv", "", "is empty"),
        bad("blank.txt", " \n\t\r\n ", "has no text"),
        bad("blank.md", "---\ntitle: x\n---\n\n", "has no text"),
        bad("no-text.html", "<html><body><nav>Home</nav></body></html>", "has no text"),
        bad("only-script.html", "<script>alert(1)</script>", "has no text"),
        bad("large.txt", new byte[SMALL_LIMIT + 1], "4,194,304 are allowed"),
        // encodings
        bad("cut-utf8.txt", concat(bytes("naïve café "), new byte[] {(byte) 0xc3}), "offset 13"),
        bad("stray-byte.txt", concat(bytes("été\n"), new byte[] {(byte) 0xff}), "(line 2)"),
        bad("overlong.txt", concat(bytes("é"), new byte[] {(byte) 0xc0, (byte) 0xaf}), "offset 2"),
        bad(
            "bad-jsonl.jsonl",
            concat(bytes("{\"text\":\"é"), new byte[] {(byte) 0x80, '"', '}'}),
            "is not UTF-8"),
        bad("bad.csv", concat(bytes("text\né"), new byte[] {(byte) 0xfe}), "is not UTF-8"),
        bad(
            "half-utf16.txt",
            concat(
                new byte[] {(byte) 0xff, (byte) 0xfe}, "ab".getBytes(UTF_16LE), new byte[] {'x'}),
            "is not UTF-16LE"),
        bad(
            "marked.txt",
            concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xe9}),
            "is not UTF-8: the byte at offset 1"),
        bad(
            "declared.html",
            concat(
                bytes("<meta charset=shift_jis><p>"),
                new byte[] {(byte) 0x81, (byte) 0xff, (byte) 0xff}),
            "is not Shift_JIS"),
        bad("nul.txt", new byte[5000], "control characters"),
        bad("random.txt", random(20_000), "is not UTF-8: the byte at offset"),
        // something else than its name says
        bad("zip.txt", zip("a.txt", 10), "is a ZIP archive"),
        bad("book.zip", zip("a.txt", 10), "is a ZIP archive"),
        bad("bomb.zip", zip("zeros", 3_000_000), "is a ZIP archive"),
        bad("paper.docx", zip("word/document.xml", 10), "as Word"),
        bad("book.epub", zip("mimetype", 10), "as Word, OpenDocument and EPUB"),
        bad("a.txt.gz", gzip(), "is a gzip archive"),
        bad("a.csv", gzip(), "is a gzip archive"),
        bad("a.tar", tar(), "is a tar archive"),
        bad("a.7z", raw("7z\u00bc\u00af'\u001cxxxx"), "is a 7z archive"),
        bad("a.rar", raw("Rar!\u001a\u0007\u0000xxx"), "is a RAR archive"),
        bad("a.xz", raw("\u00fd7zXZ\u0000xxx"), "is an xz archive"),
        bad("a.bz2", "BZh91AY&SYxxxx", "is a bzip2 archive"),
        bad("a.zst", raw("(\u00b5/\u00fdxxxx"), "is a zstd archive"),
        bad(
            "old.doc",
            raw("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1xxx"),
            "old Office document"),
        bad("a.rtf", "{\\rtf1 hello}", "save it as text"),
        bad("a.ps", "%!PS-Adobe-3.0", "save it as text"),
        bad("gif.png", "GIF89a.........", "is a GIF image"),
        bad("webp.jpg", raw("RIFF\u0010\u0000\u0000\u0000WEBPVP8 "), "RIFF"),
        bad("tiff.png", raw("II*\u0000\u0008\u0000\u0000\u0000"), "is a TIFF image"),
        bad("program.txt", raw("\u007fELF\u0002\u0001\u0001\u0000"), "is a program"),
        bad("text.png", GOOD, "not its first bytes"),
        bad("text.pdf", GOOD, "not its first bytes"),
        bad("text.parquet", GOOD, "not its first bytes"),
        // PDFs
        bad("cut.pdf", Arrays.copyOf(PDF, PDF.length / 2), "cut off"),
        bad("locked.pdf", Pdfs.encrypted("secret", true), "needs a password"),
        bad("protected.pdf", Pdfs.encrypted("", false), "may not be taken out"),
        bad("scan.pdf", Pdfs.of(List.of()), "recognise their text (OCR)"),
        bad("no-body.pdf", "%PDF-1.7\n%%EOF\n", "no PDF that can be read"),
        // images
        bad("cut.png", Arrays.copyOf(PNG, PNG.length - 60), "damaged or cut off"),
        bad("cut.jpg", Arrays.copyOf(JPEG, JPEG.length / 2), "cut off"),
        bad("head.png", Arrays.copyOf(PNG, 20), "cannot be decoded"),
        bad("head.jpg", Arrays.copyOf(JPEG, 12), "cannot be decoded"),
        bad("bomb.png", Images.claiming(60_000, 60_000), "60,000 x 60,000 pixels"),
        bad("negative.png", Images.claiming(-1, 10), "cannot be decoded"),
        // tables
        bad("header-only.csv", "id,text\n", "has no rows"),
        bad("no-column.csv", "a,b\n1,2\n", "has no column for the text"),
        bad("twice.csv", "text,text\na,b\n", "duplicate"),
        bad(
            "long-row.csv",
            "id,text\n1,a,b\n",
            "has 3 fields in row 1 (line 2) and 2 in its header"),
        bad("short-row.csv", "id,text\n1\n", "has 1 fields in row 1"),
        bad("quote.csv", "id,text\n1,\"a\"b\n", "no table that can be read"),
        bad("no-column.tsv", "text of one column\nand a row\n", "has no column"),
        // JSON
        bad("broken.jsonl", "{\"text\":\"a\"}\n{\"text\":\n", "is not valid JSON in line"),
        bad("cut.json", "[{\"text\":\"a\"},", "is not valid JSON"),
        bad("list-of-texts.json", "[\"a\",\"b\"]", "row 1: is no object"),
        bad("number.json", "42", "holds no objects"),
        bad("empty-list.json", "[]", "has no rows"),
        bad("empty-splits.json", "{\"train\":[],\"test\":[]}", "has no rows"),
        bad("lines.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "name it .jsonl"),
        bad("no-text.jsonl", "{\"a\":1}\n", "line 1: has no column for the text"),
        bad("twice.jsonl", "{\"text\":\"a\",\"text\":\"b\"}\n", "Duplicate field"),
        bad("object.jsonl", "{\"text\":{\"a\":1}}\n", "line 1: the text is no text"),
        bad(
            "deep.json",
            "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
            "nested deeper than 64 levels"),
        bad("deep.jsonl", "{\"x\":".repeat(50_000), "nested deeper than 64 levels"),
        bad("half.jsonl", "{\"text\":\"a good text\",\"id\":\"x\\ud800\"}\n", "half a character"),
        // images of tables
        bad("escape.csv", "id,image\n1,../../secret.png\n", "leads out of the table's folder"),
        bad("absolute.csv", "id,image\n1,/etc/hostname\n", "leads out of the table's folder"),
        bad(
            "missing.csv",
            "id,image\n1,nowhere.png\n",
            "row 1: the image 'nowhere.png' is not there"),
        bad("folder.csv", "id,image\n1,.\n", "is no file"),
        bad("no-image.csv", "id,image\n1,no-image.csv\n", "neither a PNG nor a JPEG"),
        // Parquet
        bad(
            "cut.parquet",
            Arrays.copyOf(PARQUET, PARQUET.length - 20),
            "no Parquet file that can be read"),
        bad("middle.parquet", damaged(PARQUET), "no Parquet file that can be read"),
        bad("mark.parquet", "PAR1PAR1", "no Parquet file that can be read"),
        bad(
            "no-column.parquet",
            Parquets.of(
                "message t { required int32 a; }",
                CompressionCodecName.ZSTD,
                row -> row.append("a", 1)),
            "has no column for the text"),
        bad("gzip.parquet", resource("gzip.parquet"), "compressed with gzip, which is not read"),
        // HTML and Markdown
        bad(
            "front.md",
            "---\ntitle: [unclosed\n---\ntext\n",
            "front matter that is no YAML mapping"),
        bad("deep.html", "<div>".repeat(200_000) + "x", "is nested too deeply"),
        // half a file
        bad("open-quote.csv", "id,text\n1,good\n2,\"not closed\n3,x\n", "is never closed"));
  }

  private static Arguments bad(String name, String text, String reason) {
    return bad(name, bytes(text), reason);
  }

  private static Arguments bad(String name, byte[] bytes, String reason) {
    return arguments(name, bytes, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void a_bad_file_is_told_and_the_good_one_beside_it_imported(
      String name, byte[] bytes, String reason) throws IOException {
    Material material = new Material(folder).with("tales/" + name, bytes).with("tales/z.txt", GOOD);

    material.imported(options -> options.with(new Limits(SMALL_LIMIT, 10_000_000, 1024)));

    FileReport report = material.report("tales/" + name);
    assertThat(report.outcome()).as(name).isEqualTo(Outcome.REFUSED);
    assertThat(report.reason())
        .as(name)
        .contains(reason)
        .doesNotContain("Exception", "@", "org.apache")
        .doesNotContain("\n");
    assertThat(report.concepts()).isEmpty();
    assertThat(material.concepts()).extracting(Concept::context).containsExactly(GOOD);
    assertNothingElseIsThere();
  }

  private void assertNothingElseIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("material"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("material.jsonl", "import.json");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("raw", "material");
    }
  }

  @Test
  void there_are_enough_of_them() {
    assertThat(badFiles()).hasSizeGreaterThanOrEqualTo(60);
  }

  private static byte[] resource(String name) {
    try {
      return BadInputTest.class.getResourceAsStream(name).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] raw(String bytes) {
    return bytes.getBytes(ISO_8859_1);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] damaged(byte[] bytes) {
    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, 4, 40, (byte) 0xee);
    return damaged;
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] zip(String name, int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[size]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes("id,text\n1,a\n"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar() {
    byte[] tar = new byte[1024];
    System.arraycopy(raw("a.txt"), 0, tar, 0, 5);
    System.arraycopy(raw("ustar"), 0, tar, 257, 5);
    return tar;
  }
}
