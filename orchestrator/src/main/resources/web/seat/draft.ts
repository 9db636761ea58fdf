const PREFIX = 'draft ';

/** What was begun at a step and not given yet: it outlives a pause and a reload, in this window alone. */
export function begun<T>(step: string): T | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + step);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** Keeps what was begun; undefined forgets it. */
export function keep(step: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(PREFIX + step);
    else sessionStorage.setItem(PREFIX + step, JSON.stringify(value));
  } catch {
    // Storage may be forbidden; what was begun then lasts as long as its form.
  }
}
