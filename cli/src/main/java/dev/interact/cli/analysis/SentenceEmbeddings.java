package dev.interact.cli.analysis;

import dev.interact.analysis.features.Alignment;
import dev.interact.cli.CommandFailed;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Compares meanings by a model of sentence embeddings in this process: all-MiniLM-L6-v2, quantized
 * to 8 bits. It is loaded at the first text. A text is embedded once while it is among the last
 * {@value #KEPT} that were asked for; of long ones the model sees the first 128 tokens, which are
 * about 100 words. A blank text is near to nothing: 0.
 */
public final class SentenceEmbeddings implements Alignment {
  /** Of 1.5 kB each and the text itself. */
  private static final int KEPT = 20_000;

  private static final String NOT_LOADED =
      "The model of sentence embeddings cannot be loaded: %s. It needs Linux, macOS on Apple's"
          + " processors or Windows, and a folder %s that can be written to; without --alignment"
          + " the report needs no model.";
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final Path cache;
  private final Consumer<String> told;
  private final LongSupplier nanoTime;
  private final LinkedHashMap<String, Embedding> kept = new LinkedHashMap<>(16, 0.75f, true);
  private EmbeddingModel model;
  private long embedded;
  private long last;

  /**
   * Nothing loaded yet.
   *
   * @param cache a folder that the tokenizer's native library is unpacked to
   * @param told hears now and then how many texts are embedded
   */
  public SentenceEmbeddings(Path cache, Consumer<String> told) {
    this(cache, told, System::nanoTime);
  }

  SentenceEmbeddings(Path cache, Consumer<String> told, LongSupplier nanoTime) {
    this.cache = cache;
    this.told = told;
    this.nanoTime = nanoTime;
  }

  @Override
  public double of(String text, String item) {
    return text.isBlank() || item.isBlank()
        ? 0
        : CosineSimilarity.between(embedding(text), embedding(item));
  }

  @Override
  public String description() {
    return "the cosine similarity of sentence embeddings by the model all-MiniLM-L6-v2 (quantized to"
        + " 8 bits), which sees the first 128 tokens of a text, about 100 words";
  }

  private Embedding embedding(String text) {
    Embedding known = kept.get(text);
    return known == null ? embed(text) : known;
  }

  private Embedding embed(String text) {
    if (model == null) {
      model = load();
      last = nanoTime.getAsLong();
    }
    Embedding embedding = model.embed(text).content();
    kept.put(text, embedding);
    if (kept.size() > KEPT) {
      kept.pollFirstEntry();
    }
    embedded++;
    tell();
    return embedding;
  }

  private void tell() {
    long now = nanoTime.getAsLong();
    if (now - last >= BETWEEN.toNanos()) {
      last = now;
      told.accept(String.format(Locale.ROOT, "Alignment: %,d texts are embedded.", embedded));
    }
  }

  /** The tokenizer's library would report its use, and fetch another build of itself for a GPU. */
  private EmbeddingModel load() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ENGINE_CACHE_DIR", cache.toString());
    try {
      return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    } catch (LinkageError | RuntimeException e) {
      throw CommandFailed.unexpected(NOT_LOADED.formatted(root(e), cache), e);
    }
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }
}
