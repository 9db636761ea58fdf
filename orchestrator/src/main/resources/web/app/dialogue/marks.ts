import type {Dialogue, Item, Mark} from './types';

/** How an item came out after a turn: of several sheets, some may be right. */
export type Outcome = 'right' | 'wrong' | 'unreadable' | 'some' | 'none';

/** An item after a turn. */
export interface Square {
  readonly turn: number;
  readonly marks: readonly Mark[];
  readonly outcome: Outcome;
  /** Whether it was wrong (or right) after the quiz before. */
  readonly flip: 'gained' | 'lost' | null;
}

export interface ItemRow {
  readonly item: Item;
  /** Its place in the quiz, from 1. */
  readonly number: number;
  readonly squares: readonly Square[];
}

/** Items of a level. */
export interface Group {
  readonly level: string | null;
  readonly rows: readonly ItemRow[];
}

/** The quiz after a turn as a whole; the share is from 0 to 1. */
export interface Score {
  readonly turn: number;
  readonly right: number;
  readonly all: number;
  readonly share: number;
  readonly gained: readonly number[];
  readonly lost: readonly number[];
}

/** All marks of a dialogue: items by turns. */
export interface Grid {
  readonly turns: readonly number[];
  readonly groups: readonly Group[];
  readonly scores: readonly Score[];
}

/** Every turn has its place, whether the quiz after it was sat or not. */
export function gridOf({items, marks, turns_planned}: Pick<Dialogue, 'items' | 'marks' | 'turns_planned'>): Grid {
  const last = Math.max(turns_planned, ...marks.map(({turn}) => turn));
  const turns = Array.from({length: last + 1}, (_, turn) => turn);
  const byItem = grouped(marks, ({item}) => item);
  const rows = items.map((item, index) => ({item, number: index + 1, squares: squares(byItem.get(item.id) ?? [], turns)}));
  const groups = [...grouped(rows, ({item}) => item.level)].map(([level, rows]) => ({level, rows}));
  return {turns, groups, scores: turns.flatMap((turn) => score(rows, turn))};
}

function squares(marks: readonly Mark[], turns: readonly number[]): Square[] {
  const byTurn = grouped(marks, ({turn}) => turn);
  let before: Outcome = 'none';
  return turns.map((turn) => {
    const here = byTurn.get(turn) ?? [];
    const outcome = outcomeOf(here);
    const flip = flipOf(before, outcome);
    if (outcome !== 'none') before = outcome;
    return {turn, marks: here, outcome, flip};
  });
}

function outcomeOf(marks: readonly Mark[]): Outcome {
  if (!marks.length) return 'none';
  if (marks.every(({right}) => right)) return 'right';
  if (marks.some(({right}) => right)) return 'some';
  return marks.some(({read}) => read) ? 'wrong' : 'unreadable';
}

function flipOf(before: Outcome, now: Outcome): Square['flip'] {
  const wasRight = before === 'right';
  const wasWrong = before === 'wrong' || before === 'unreadable';
  if (wasWrong && now === 'right') return 'gained';
  return wasRight && (now === 'wrong' || now === 'unreadable') ? 'lost' : null;
}

function score(rows: readonly ItemRow[], turn: number): Score[] {
  const marks = rows.flatMap(({squares}) => squares[turn]!.marks);
  if (!marks.length) return [];
  const right = marks.filter((mark) => mark.right).length;
  const flipped = (flip: Square['flip']) => rows.filter(({squares}) => squares[turn]!.flip === flip).map(({number}) => number);
  return [{turn, right, all: marks.length, share: right / marks.length, gained: flipped('gained'), lost: flipped('lost')}];
}

function grouped<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
