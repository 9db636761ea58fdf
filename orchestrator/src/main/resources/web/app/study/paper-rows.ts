import type {Cell} from '../api/types';

const CONDITIONS = ['closed-book', 'static-lesson', 'dynamic', 'dynamic-with-lesson', 'full-context'];

/** A row of the paper's table; shares from 0 to 1, null where there is no such cell. */
export interface PaperRow {
  readonly student: string;
  readonly teacher: string | null;
  readonly author: string | null;
  readonly mode: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly gain: number | null;
  readonly lessonStart: number | null;
  readonly lessonEnd: number | null;
  readonly lessonGain: number | null;
  readonly bound: number | null;
  readonly n: readonly [number, number] | null;
}

/**
 * The results in the layout of the paper, as the command line prints them: a row for each student, teacher and lesson author.
 * Forks are left out; of several strategies and styles the plain ones are shown, or else the first.
 */
export function paperRows(cells: readonly Cell[]): PaperRow[] {
  const unforked = cells.filter(({condition}) => CONDITIONS.includes(condition));
  const plain = only(only(unforked, 'strategy', 'plain'), 'style', 'full');
  return distinct(plain.map(({quiz_mode}) => quiz_mode)).flatMap((mode) => ofMode(plain.filter((cell) => cell.quiz_mode === mode), mode));
}

function only(cells: readonly Cell[], axis: 'strategy' | 'style', preferred: string): Cell[] {
  const there = distinct(cells.map((cell) => cell[axis]).filter((value) => value != null));
  const kept = there.includes(preferred) ? preferred : there[0];
  return cells.filter((cell) => cell[axis] == null || cell[axis] === kept);
}

function ofMode(cells: readonly Cell[], mode: string): PaperRow[] {
  return distinct(cells.map(({student}) => student)).flatMap((student) => {
    const own = cells.filter((cell) => cell.student === student);
    return pairs(own).map(([teacher, author]) => row(own, student, teacher, author, mode));
  });
}

type Pair = readonly [teacher: string | null, author: string | null];

/** Both a dialogue and a static lesson join the row that has their models, if there is one. */
function pairs(cells: readonly Cell[]): Pair[] {
  const of = (condition: string) => cells.filter((cell) => cell.condition === condition);
  const lessons = of('static-lesson').map(({lesson_author}) => lesson_author);
  const found: Pair[] = of('dynamic-with-lesson').map(({teacher, lesson_author}) => [teacher, lesson_author]);
  const taught = found.map(([teacher]) => teacher);
  for (const {teacher} of of('dynamic')) {
    if (!taught.includes(teacher)) found.push([teacher, lessons.includes(teacher) ? teacher : null]);
  }
  const authors = found.map(([, author]) => author);
  for (const author of lessons) {
    if (!authors.includes(author)) found.push([null, author]);
  }
  return found.length ? found : [[null, null]];
}

function row(cells: readonly Cell[], student: string, teacher: string | null, author: string | null, mode: string): PaperRow {
  const find = (condition: string, fits: (cell: Cell) => boolean = () => true) =>
    cells.find((cell) => cell.condition === condition && fits(cell));
  const dialogue = find('dynamic', (cell) => cell.teacher === teacher);
  const withLesson = find('dynamic-with-lesson', (cell) => cell.teacher === teacher && cell.lesson_author === author);
  const begin = dialogue ?? find('closed-book');
  const lesson = withLesson ?? find('static-lesson', (cell) => cell.lesson_author === author);
  const bound = find('full-context');
  return {
    student, teacher, author, mode,
    start: first(begin), end: last(dialogue), gain: dialogue?.gain ?? null,
    lessonStart: first(lesson), lessonEnd: last(withLesson), lessonGain: withLesson?.gain ?? null,
    bound: first(bound), n: numbers([begin, lesson, bound]),
  };
}

function first(cell: Cell | undefined): number | null {
  return cell?.curve.find(({turn}) => turn === 0)?.mean ?? null;
}

function last(cell: Cell | undefined): number | null {
  return cell?.curve.at(-1)?.mean ?? null;
}

function numbers(cells: readonly (Cell | undefined)[]): readonly [number, number] | null {
  const found = cells.flatMap((cell) => (cell ? [cell.curve[0]?.n ?? 0] : []));
  return found.length ? [Math.min(...found), Math.max(...found)] : null;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
