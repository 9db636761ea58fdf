package dev.interact.offline.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A Lucene index in memory with one document a sentence, searched with BM25. */
public final class SentenceIndex {

  private static final String FIELD = "sentence";

  /** Sentences differ little in length, and the longer ones tell more: penalise length mildly. */
  private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.25f);

  /** A sentence that matched: its number in the text, and its BM25 score. */
  public record Hit(int sentence, double score) {}

  private final IndexSearcher searcher;

  SentenceIndex(List<String> sentences) {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(Stems.analyzer()))) {
      for (String sentence : sentences) {
        Document document = new Document();
        document.add(new TextField(FIELD, sentence, Field.Store.NO));
        writer.addDocument(document);
      }
      // One segment in insertion order: a document's number is its sentence's.
      writer.forceMerge(1);
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setSimilarity(SIMILARITY);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** The sentences that match any of the weighted stems, best first; ties in text order. */
  public List<Hit> search(Map<String, Double> weights) {
    int sentences = searcher.getIndexReader().maxDoc();
    if (weights.isEmpty() || sentences == 0) {
      return List.of();
    }
    try {
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(anyOf(weights), sentences).scoreDocs) {
        hits.add(new Hit(hit.doc, hit.score));
      }
      return hits;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static Query anyOf(Map<String, Double> weights) {
    var query = new BooleanQuery.Builder();
    weights.entrySet().stream()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(
            entry -> {
              var term = new TermQuery(new Term(FIELD, entry.getKey()));
              query.add(new BoostQuery(term, entry.getValue().floatValue()), Occur.SHOULD);
            });
    return query.build();
  }
}
