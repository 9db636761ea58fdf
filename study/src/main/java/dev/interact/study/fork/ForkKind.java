package dev.interact.study.fork;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is replaced in a recorded dialogue, and by what. */
public enum ForkKind {
  /** Another student's dialogue is read (the paper's RQ4). */
  @JsonProperty("borrowed-trace")
  BORROWED_TRACE("borrowed-trace", Donor.OTHER_STUDENT, Source.DONOR, Source.DONOR),
  /** Another draw of the same student's dialogue is read: the control of a borrowed trace. */
  @JsonProperty("self-borrowed")
  SELF_BORROWED("self-borrowed", Donor.NEXT_DRAW, Source.DONOR, Source.DONOR),
  /** Another student's questions, answered anew. */
  @JsonProperty("yoked")
  YOKED("yoked", Donor.OTHER_STUDENT, Source.DONOR, Source.OWN),
  /** The first turns are another student's, then the student asks. */
  @JsonProperty("prefix-swap")
  PREFIX_SWAP("prefix-swap", Donor.OTHER_STUDENT, Source.OWN, Source.OWN),
  /** No questions: the teacher goes on, at the length of the student's own dialogue. */
  @JsonProperty("lecture")
  LECTURE("lecture", Donor.ITSELF, Source.GIVEN, Source.OWN),
  /** The same questions for everybody. */
  @JsonProperty("fixed-questions")
  FIXED_QUESTIONS("fixed-questions", Donor.NOBODY, Source.GIVEN, Source.OWN),
  /** The answers of the student's own dialogue as one text. */
  @JsonProperty("concat")
  CONCAT("concat", Donor.ITSELF, Source.DONOR, Source.DONOR),
  /** Several questions at one turn of the student's own dialogue, each asked and quizzed. */
  @JsonProperty("candidates")
  CANDIDATES("candidates", Donor.ITSELF, Source.OWN, Source.OWN);

  /** Whose dialogue is forked. */
  public enum Donor {
    OTHER_STUDENT,
    NEXT_DRAW,
    ITSELF,
    NOBODY
  }

  private final String label;
  private final Donor donor;
  private final Source question;
  private final Source answer;

  ForkKind(String label, Donor donor, Source question, Source answer) {
    this.label = label;
    this.donor = donor;
    this.question = question;
    this.answer = answer;
  }

  /** The kind's name in study files; it stands for the condition in results. */
  public String label() {
    return label;
  }

  /** Whose dialogue is forked. */
  public Donor donor() {
    return donor;
  }

  /** Where questions come from, after the donor's first turns if {@link #isAtATurn}. */
  public Source question() {
    return question;
  }

  /** Where answers come from, after the donor's first turns if {@link #isAtATurn}. */
  public Source answer() {
    return answer;
  }

  /** Whether the fork happens at a turn: the turns before it are the donor's. */
  public boolean isAtATurn() {
    return this == PREFIX_SWAP || this == CANDIDATES;
  }

  /** Whether the study may say as what the dialogue is shown. */
  public boolean isFramed() {
    return this == BORROWED_TRACE || this == SELF_BORROWED;
  }
}
