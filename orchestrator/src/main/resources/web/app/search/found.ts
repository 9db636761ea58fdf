/** A place where something was said. */
export interface Found {
  readonly dialogue: string;
  readonly concept_id: string;
  readonly arm: string;
  readonly turn: number;
  readonly role: string;
  readonly excerpt: string;
  /** From where to where in the excerpt, in characters; the end is not part of it. */
  readonly match: readonly [number, number];
}

/** An excerpt in three: before the match, the match, after it. */
export function parts({excerpt, match: [from, to]}: Pick<Found, 'excerpt' | 'match'>): [string, string, string] {
  return [excerpt.slice(0, from), excerpt.slice(from, to), excerpt.slice(to)];
}
