/** What a person waits for. */
export type Delay = 'beginning' | 'lesson' | 'teacher' | 'quiz' | 'pause' | 'end';

export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** An item of a quiz, its options in the order shown. */
export interface Item {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
}

/** How far a dialogue is; a part is a sheet of a quiz, from 1, and 0 where none is sat. */
export interface Place {
  readonly turn: number;
  readonly turns: number;
  readonly part: number;
  readonly parts: number;
}

/** What is to be seen at a seat, and done. */
export interface Shown {
  readonly state: string;
  readonly wanted: 'ask' | 'sheet' | 'wait' | 'done';
  readonly step: string | null;
  readonly delay: Delay | null;
  readonly place: Place;
  readonly lesson: string | null;
  readonly said: readonly Exchange[];
  readonly asked: string | null;
  readonly instruction: string | null;
  readonly items: readonly Item[];
}

const DELAYS: Record<Delay, string> = {
  beginning: 'It has not begun yet. Leave this page open; it goes on by itself.',
  lesson: 'Your lesson is being written. This page goes on by itself.',
  teacher: 'The teacher is answering…',
  quiz: 'Your answers are being taken in…',
  pause: 'The study is paused. What you gave is kept, and this page goes on by itself.',
  end: 'This has ended early. Please tell whoever gave you the link; what you gave is kept.',
};

/** What is waited for, in words. */
export function delayed(delay: Delay | null): string {
  return DELAYS[delay ?? 'beginning'];
}

/** How far it is, in words; empty before it has begun. */
export function progress({wanted, place}: Shown): string {
  if (wanted === 'ask') return `Question ${place.turn} of ${place.turns}`;
  if (wanted !== 'sheet') return '';
  const quiz = place.turns > 0 ? `Quiz ${place.turn + 1} of ${place.turns + 1}` : 'Quiz';
  return place.parts > 1 ? `${quiz}, part ${place.part} of ${place.parts}` : quiz;
}
