package dev.interact.offline.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The content words of a text, lower-cased and stemmed (Porter), in order, stop words left out. */
public final class Stems {

  private static final List<String> PRONOUNS_AND_AUXILIARIES =
      List.of(
          "i me my we us our you your he him his she her hers its them who whom whose which what when",
          "where why how do does did done has have had been being am were would could should can may",
          "might must shall from so than too very about after before because while all any each some",
          "s t d ll ve re");

  private static final Analyzer ANALYZER = new EnglishAnalyzer(stopWords());

  private Stems() {}

  /** The stems of the text, repeated words included. */
  public static List<String> of(String text) {
    List<String> stems = new ArrayList<>();
    try (var stream = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return stems;
  }

  static Analyzer analyzer() {
    return ANALYZER;
  }

  private static CharArraySet stopWords() {
    var words = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, true);
    words.addAll(
        PRONOUNS_AND_AUXILIARIES.stream().flatMap(line -> Stream.of(line.split(" "))).toList());
    return words;
  }
}
