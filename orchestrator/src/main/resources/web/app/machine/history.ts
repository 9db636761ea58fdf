import type {Machine, Model} from './types';

const LONGEST = 150;

/** What models did since the page was opened, by alias, oldest first. */
export class History {
  private readonly inFlight = new Map<string, number[]>();

  add({models}: Machine): void {
    for (const {alias, in_flight} of models) {
      this.inFlight.set(alias, [...this.of(alias), in_flight].slice(-LONGEST));
    }
  }

  of(alias: Model['alias']): readonly number[] {
    return this.inFlight.get(alias) ?? [];
  }
}
