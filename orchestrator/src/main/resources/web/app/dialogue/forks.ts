/** A way to fork a dialogue, and what has to be said of it. */
export interface Kind {
  readonly kind: string;
  /** What becomes of the dialogue at a turn. */
  readonly what: (turn: number) => string;
  /** Whether it happens at a turn. */
  readonly at?: true;
  /** Whether another student gets it. */
  readonly student?: true;
  readonly questions?: true;
}

/** Every way to fork one dialogue; docs/experiments.md says what each tells. */
export const KINDS: readonly Kind[] = [
  {kind: 'candidates', what: (turn) => `Several questions in place of that of turn ${turn}, each answered and quizzed.`, at: true},
  {kind: 'lecture', what: () => 'No questions: the teacher goes on by itself, at the length of this dialogue.'},
  {kind: 'concat', what: () => 'The student reads the answers of this dialogue as one text.'},
  {kind: 'fixed-questions', what: () => 'Questions that you write, answered by the teacher.', questions: true},
  {kind: 'prefix-swap', what: (turn) => `Another student takes over after turn ${turn}, and asks on.`, at: true, student: true},
  {kind: 'borrowed-trace', what: () => 'Another student reads this dialogue.', student: true},
  {kind: 'yoked', what: () => 'These questions, answered anew for another student.', student: true},
];
