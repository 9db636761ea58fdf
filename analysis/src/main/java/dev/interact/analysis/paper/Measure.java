package dev.interact.analysis.paper;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a study a claim is about. T is the last turn. */
public enum Measure {
  /** static-lesson - closed-book. */
  @JsonProperty("lesson-less-nothing")
  LESSON_LESS_NOTHING,
  /** full-context - static-lesson. */
  @JsonProperty("context-less-lesson")
  CONTEXT_LESS_LESSON,
  /** dynamic(T) - dynamic(0). */
  @JsonProperty("gain")
  GAIN,
  /** dynamic-with-lesson(T) - dynamic-with-lesson(0). */
  @JsonProperty("gain-with-lesson")
  GAIN_WITH_LESSON,
  /** dynamic(T) - static-lesson. */
  @JsonProperty("end-less-lesson")
  END_LESS_LESSON,
  /** full-context - dynamic(T). */
  @JsonProperty("context-less-end")
  CONTEXT_LESS_END,
  /** Of dynamic(T), by each definition. */
  @JsonProperty("recovery")
  RECOVERY,
  /** static-lesson by the strong author - by the weak one. */
  @JsonProperty("authors-static")
  AUTHORS_STATIC,
  /** The same of dynamic-with-lesson(T). */
  @JsonProperty("authors-after")
  AUTHORS_AFTER,
  /** dynamic(T) or dynamic-with-lesson(T) with the strong teacher - with the weak one. */
  @JsonProperty("teachers")
  TEACHERS,
  /** borrowed-trace(T) - own dialogue(T). */
  @JsonProperty("borrowed-less-own")
  BORROWED_LESS_OWN,
  /** Effect of the words heard so far in RQ5's model. */
  @JsonProperty("exposure")
  EXPOSURE,
  /** Effect of the question's overlap with the item. */
  @JsonProperty("question-overlap")
  QUESTION_OVERLAP,
  /** By meaning: it needs a model of sentences, which the software does not have. */
  @JsonProperty("alignment")
  ALIGNMENT,
  /** Effect of the answer's density. */
  @JsonProperty("density")
  DENSITY
}
