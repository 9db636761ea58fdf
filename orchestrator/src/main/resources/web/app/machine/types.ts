/** What the services do right now. */
export interface Machine {
  readonly workers: readonly Worker[];
  readonly models: readonly Model[];
  /** Null where the broker does not answer. */
  readonly topics: readonly Topic[] | null;
  /** All that are there, and those that were not sent again. */
  readonly dead_letters: {readonly total: number; readonly waiting: number};
  /** Rows of events that are stored and not sent yet. */
  readonly outbox: number;
}

export interface Worker {
  readonly incarnation: string;
  readonly role: string;
  readonly pool: string | null;
  readonly slots: number;
  readonly in_flight: number;
  readonly partitions: number;
  readonly stopping: boolean;
}

/** A model as the dispatcher sees it; counts are those of the last minute. */
export interface Model {
  readonly alias: string;
  readonly ready: number;
  readonly in_flight: number;
  /** How many calls may be in flight now: fewer than its limit after the provider has asked to slow down. Null where none are sent. */
  readonly window: number | null;
  readonly limits: Limits;
  /** For how long no call is sent; 0 if calls are sent. */
  readonly closed_seconds: number;
  readonly latency_ms: {readonly p50: number | null; readonly p95: number | null};
  readonly answered: number;
  readonly rate_limited: number;
  readonly failed: number;
}

/** How much of a model may be asked for; null where there is no such limit. */
export interface Limits {
  readonly concurrency: number | null;
  readonly requests_per_minute: number | null;
  readonly tokens_per_minute: number | null;
}

/** A model of the registry: its limits there, and what stands in their place. */
export interface Registered {
  readonly alias: string;
  readonly registry: Limits;
  readonly changed: Limits | null;
  readonly limits: Limits;
}

export interface Topic {
  readonly topic: string;
  readonly partitions: number;
  readonly end: number;
  /** Records that a group has not read yet, by group. */
  readonly lag: Readonly<Record<string, number>>;
}

/** A record that its reader could not use. */
export interface Letter {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly size: number;
  readonly reason: string;
  readonly reader: string;
  readonly noticed: string;
  readonly resent: string | null;
}

export interface OpenedLetter {
  readonly letter: Letter;
  /** In base64. */
  readonly value: string | null;
  /** The value, where it is a text. */
  readonly text: string | null;
}
