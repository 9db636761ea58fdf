/** A way to fork a dialogue, and what has to be said of it. */
export interface Kind {
  readonly kind: string;
  readonly what: string;
  /** Whether it happens at a turn. */
  readonly at?: true;
  /** Whether it takes another student's dialogue. */
  readonly from?: true;
  readonly questions?: true;
}

/** Every way to fork; docs/experiments.md says what each tells. */
export const KINDS: readonly Kind[] = [
  {kind: 'candidates', what: 'Several questions at this turn, each asked and quizzed.', at: true},
  {kind: 'prefix-swap', what: 'The first turns are another student’s, then this student asks.', at: true, from: true},
  {kind: 'borrowed-trace', what: 'The student reads another student’s dialogue.', from: true},
  {kind: 'yoked', what: 'Another student’s questions, answered anew.', from: true},
  {kind: 'self-borrowed', what: 'The student reads another draw of its own dialogue.'},
  {kind: 'lecture', what: 'No questions: the teacher goes on, at the length of this dialogue.'},
  {kind: 'concat', what: 'The answers of this dialogue as one text.'},
  {kind: 'fixed-questions', what: 'Questions that you write, answered by the teacher.', questions: true},
];
