package dev.interact.importer.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.importer.Notes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final String[] PIECES = {
    "a",
    "Z",
    "ü",
    "e\u0301",
    "ø",
    "A\u030a",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u202f",
    "\u00ad",
    "\ufeff",
    "\u0000",
    "\u0007",
    "\u0085",
    "\u2028",
    "\f",
    "—",
    "’",
    "“",
    "中",
    "文",
    "が",
    "か\u3099",
    "한",
    "\u1112\u1161\u11ab",
    "ש",
    "שׁ",
    "ع",
    "ي",
    "Я",
    "Ǝ",
    "🦔",
    "👩\u200d🔬",
    "\u200c",
    "fi",
    "ﬁ",
    "â€™",
    "Ã©",
    "\ud800",
    "½",
    "\u0344",
    "  ",
    "\n\n",
    "x"
  };

  private final Notes notes = new Notes();

  static LongStream seeds() {
    return new Random(20261121).longs(300);
  }

  private static String random(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void normalising_twice_is_normalising_once(long seed) {
    String once = Texts.normal(random(seed), false, notes);

    assertThat(Texts.normal(once, false, new Notes())).as("seed %d", seed).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_that_can_be_read_is_lost(long seed) {
    String text = random(seed);
    String normal = Texts.normal(text, false, notes);

    assertThat(readable(normal)).as("seed %d", seed).isEqualTo(readable(text));
    assertThat(Normalizer.isNormalized(normal, Normalizer.Form.NFC)).isTrue();
    assertThat(normal).doesNotContain("\r", "\u00a0", "\u0000", "\ufeff", "\u00ad", "\ud800");
  }

  /** Letters, digits, marks, punctuation and symbols in order, composed by another way. */
  private static String readable(String text) {
    return Normalizer.normalize(
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .codePoints()
            .filter(c -> Character.isDefined(c) && !Character.isWhitespace(c))
            .filter(c -> c != 0xa0 && c != 0x202f && c != 0xad && c != 0xfeff && c != 0x2028)
            .filter(c -> !Character.isISOControl(c) && (c < 0xd800 || c > 0xdfff))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString(),
        Normalizer.Form.NFD);
  }

  @Test
  void what_is_changed_is_counted() {
    Texts.normal("a\u00a0b\u202fc\u0007\u00ad\ufffd", false, notes);

    assertThat(notes.all())
        .containsExactlyInAnyOrder(
            "no-break spaces that became spaces: 2",
            "control characters that were removed: 1",
            "soft hyphens that were removed: 1",
            "replacement characters, for which something was lost before: 1");
  }

  @Test
  void white_space_within_a_text_stays() {
    String poem = "\n\n    indented\n  twice  \n\n\n\tend \n\n";

    assertThat(Texts.normal(poem, false, notes)).isEqualTo("    indented\n  twice  \n\n\n\tend");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repaired_mojibake_is_the_text_that_it_was(long seed) {
    Random random = new Random(seed);
    String[] words = {
      "it’s", "naïve", "“yes”", "—", "Größe", "Привет", "10 €", "日本", "🦔", "plain", "œuvre"
    };
    StringBuilder text = new StringBuilder("it’s ");
    for (int i = 0; i < 20; i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    String right = text.toString().strip();

    assertThat(Texts.normal(misread(right), true, notes)).as("seed %d", seed).isEqualTo(right);
  }

  /** As programs misread UTF-8: windows-1252 where it has the byte, otherwise Latin-1. */
  private static String misread(String text) {
    StringBuilder misread = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      String one = new String(new byte[] {octet}, Charset.forName("windows-1252"));
      misread.append(one.equals("\ufffd") ? String.valueOf((char) (octet & 0xff)) : one);
    }
    return misread.toString();
  }

  @Test
  void mojibake_is_noted_and_left_alone_unless_asked() {
    String text = misread("“It’s”, he said");

    assertThat(Texts.normal(text, false, notes)).isEqualTo(text);
    assertThat(notes.all()).containsExactly("mojibake, such as \"â€œ\" for \"“\": 3");
  }

  @ParameterizedTest
  @CsvSource({
    "'He shouted CAFÉ” and left'",
    "'“IRMÃ” – a film'",
    "'Älgen såg Åre – så är det'",
    "'señor Ñandú…'",
    "'É à È ÿ', '« J’ai été », dit-elle; voilà : là— »', 'CAFÉ : NESTLÉ™ «BÉBÉ»'",
    "'¿Qué? ¡Ay! Â'",
    "'Ça va «très» bien'"
  })
  void real_words_are_no_mojibake(String text) {
    assertThat(Texts.normal(text, true, notes)).isEqualTo(text.replace('\u00a0', ' '));
    assertThat(notes.all()).noneMatch(note -> note.contains("mojibake"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-01,2025-06-01",
    "2025-06-01T10:11:12Z,2025-06-01",
    "2025-06-01 10:11:12,2025-06-01",
    "1 June 2025,2025-06-01",
    "'June 1, 2025',2025-06-01",
    "'Sun, 1 Jun 2025 10:00:00 GMT',2025-06-01",
    "2025,2025-01-01",
    "2025-06,2025-06-01",
    "June 2025,2025-06-01",
    "20250601,2025-06-01",
    "1st June 2025,2025-06-01",
    "3/4/2025,",
    "yesterday,",
    "'',",
    "2025-13-01,"
  })
  void dates_are_read_as_files_write_them(String written, String day) {
    assertThat(Dates.of(written).map(Object::toString).orElse(null)).isEqualTo(day);
  }

  @Test
  void words_of_two_scripts_are_found_and_japanese_is_none() {
    Scripts scripts = Scripts.of("REDЯUM on the door, μm and Tシャツ, 한글과 Ελλάδα, Привет раypal");

    assertThat(scripts.mixedWords()).containsExactly("REDЯUM", "μm", "раypal");
    assertThat(scripts.letters()).containsKeys("latin", "cyrillic", "greek", "katakana", "hangul");
  }

  @Test
  void a_text_is_cut_after_a_sentence() {
    String text = "One is short. Two is a little longer. Three is the last one of them all.";

    Cut cut = Cut.at(text, 12).orElseThrow();

    assertThat(cut.text()).isEqualTo("One is short. Two is a little longer.");
    assertThat(cut.of()).isEqualTo(text.length());
    assertThat(Cut.at(text, 1000)).isEmpty();
  }

  @Test
  void a_sentence_that_is_too_long_is_cut_after_a_word() {
    Cut cut = Cut.at("word ".repeat(500), 20).orElseThrow();

    assertThat(cut.text()).matches("(word )+word").hasSizeLessThan(120);
  }
}
