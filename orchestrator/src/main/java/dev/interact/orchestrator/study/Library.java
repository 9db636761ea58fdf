package dev.interact.orchestrator.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.study.Concept;
import dev.interact.study.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Studies and concepts as objects. Both never change once they are stored, so they are kept in
 * memory while there is room. May be asked within a transaction or without.
 */
@Singleton
public class Library {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final long CONCEPT_BYTES = 64L * 1024 * 1024;
  private static final int STUDIES = 100;
  private static final int AT_ONCE = 50;
  private static final int BYTES_A_CHARACTER = 2;

  /** A concept, and its quiz with the options in the first order. */
  public record Shelf(Concept concept, ShownQuiz quiz) {
    /**
     * Its quiz.
     *
     * @param order which order of the options, from 0
     */
    public ShownQuiz quiz(int order) {
      return order == 0 ? quiz : ShownQuiz.of(concept, order);
    }

    private int bytes() {
      return concept.image() == null
          ? concept.context().length() * BYTES_A_CHARACTER
          : concept.image().bytes().length;
    }
  }

  private final LoadingCache<String, Submission> studies =
      Caffeine.newBuilder().maximumSize(STUDIES).build(Library::loadStudy);
  private final LoadingCache<String, PreparationOrder> preparations =
      Caffeine.newBuilder().maximumSize(STUDIES).build(Library::loadPreparation);
  private final Set<String> readable = ConcurrentHashMap.newKeySet();
  private final LoadingCache<String, Shelf> concepts =
      Caffeine.newBuilder()
          .maximumWeight(CONCEPT_BYTES)
          .weigher((String hash, Shelf shelf) -> shelf.bytes())
          .build(CacheLoader.<String, Shelf>bulk(Library::loadConcepts));

  /**
   * A study that is stored.
   *
   * @throws NotAStudy if it is a preparation
   */
  public Submission study(String id) {
    return studies.get(id);
  }

  /** A preparation that is stored. */
  public PreparationOrder preparation(String id) {
    return preparations.get(id);
  }

  /** The aliases of the models that a study or preparation names. */
  public Set<String> models(String id) {
    return row(id).kind == StudyRow.Kind.STUDY
        ? study(id).study().models()
        : preparation(id).recipe().models();
  }

  /** Whether this version can read a study or preparation: a later one may have stored it. */
  public boolean canRead(String id) {
    if (readable.contains(id)) {
      return true;
    }
    try {
      models(id);
      readable.add(id);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** A concept that is stored. */
  public Shelf concept(String hash) {
    return concepts.get(hash);
  }

  /**
   * Stored concepts, in the order of their hashes; many are read at once, and few kept at a time.
   */
  public Stream<Shelf> concepts(List<String> hashes) {
    return IntStream.iterate(0, from -> from < hashes.size(), from -> from + AT_ONCE)
        .mapToObj(from -> hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE)))
        .flatMap(
            some -> {
              Map<String, Shelf> found = concepts.getAll(some);
              return some.stream().map(found::get);
            });
  }

  /** A study or concept as it is stored. */
  public static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Submission loadStudy(String id) {
    StudyRow row = row(id);
    if (row.kind != StudyRow.Kind.STUDY) {
      throw new NotAStudy(row.name);
    }
    return read(row.submission, Submission.class);
  }

  private static PreparationOrder loadPreparation(String id) {
    return read(row(id).submission, PreparationOrder.class);
  }

  private static StudyRow row(String id) {
    return QuarkusTransaction.joiningExisting().call(() -> StudyRow.findById(id));
  }

  private static Map<String, Shelf> loadConcepts(Set<? extends String> hashes) {
    List<ConceptRow.Content> contents =
        QuarkusTransaction.joiningExisting().call(() -> ConceptRow.contentsOf(List.copyOf(hashes)));
    return contents.stream()
        .collect(Collectors.toMap(ConceptRow.Content::hash, Library::loadConcept));
  }

  private static Shelf loadConcept(ConceptRow.Content stored) {
    Concept concept = read(stored.content(), Concept.class);
    return new Shelf(concept, ShownQuiz.of(concept, 0));
  }

  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("stored data cannot be read: " + type.getSimpleName(), e);
    }
  }
}
