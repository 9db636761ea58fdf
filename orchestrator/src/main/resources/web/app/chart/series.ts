import type {Point} from '../api/types';

/** A line of a chart. Its style is a number, so that the same arm looks the same in every chart. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly style: number;
  readonly points: readonly Point[];
}

/** The turns of any of the lines, in order. */
export function turnsOf(series: readonly Series[]): number[] {
  return [...new Set(series.flatMap(({points}) => points.map(({turn}) => turn)))].sort((a, b) => a - b);
}

/** How many concepts the lines have at a turn: 25, or 20–25 where they differ. */
export function concepts(series: readonly Series[], turn: number): string {
  const numbers = series.flatMap(({points}) => points.filter((point) => point.turn === turn).map(({n}) => n));
  if (!numbers.length) return '0';
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  return least === most ? `${most}` : `${least}–${most}`;
}
