package dev.interact.study.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A text in passages of a few sentences, searched by BM25 with Lucene's parameters. */
public final class Passages {
  private static final String TEXT = "text";
  private static final int SENTENCES = 3;
  private static final String GAP = "\n\n";

  private final List<String> passages;
  private final IndexSearcher searcher;

  /** Cuts a text into passages of three sentences. */
  public Passages(String text) {
    passages = cut(text);
    try {
      searcher = new IndexSearcher(DirectoryReader.open(index(passages)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffersDirectory index(List<String> passages) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.ANALYZER))) {
      for (String passage : passages) {
        Document document = new Document();
        document.add(new TextField(TEXT, passage, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return directory;
  }

  private static List<String> cut(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    List<String> passages = new ArrayList<>();
    int begin = 0;
    int count = 0;
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      count++;
      if (count == SENTENCES || end == text.length()) {
        passages.add(text.substring(begin, end).strip());
        begin = end;
        count = 0;
      }
    }
    passages.removeIf(String::isEmpty);
    return passages;
  }

  /**
   * The passages that match a question best, in the order of the text.
   *
   * @param most how many at most
   * @return the first ones where none shares a word with it
   */
  public String matching(String question, int most) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Words.of(question).stream()
        .distinct()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(
            word -> query.add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD));
    try {
      ScoreDoc[] found = searcher.search(query.build(), most).scoreDocs;
      IntStream places =
          found.length == 0
              ? IntStream.range(0, Math.min(most, passages.size()))
              : Arrays.stream(found).mapToInt(hit -> hit.doc).sorted();
      return places.mapToObj(passages::get).collect(Collectors.joining(GAP));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
