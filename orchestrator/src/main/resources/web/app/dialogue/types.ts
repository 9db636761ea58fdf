import type {DialogueRow} from '../api/types';

/** A dialogue with all that was said in it and every mark. */
export interface Dialogue extends DialogueRow {
  /** The concept's hash. */
  readonly concept: string;
  readonly lesson: string | null;
  readonly turns: readonly Turn[];
  /** What the student wrote when it stopped. */
  readonly stop: string | null;
  readonly items: readonly Item[];
  readonly marks: readonly Mark[];
  readonly donor: string | null;
  readonly forks: readonly string[];
}

export interface Turn {
  readonly turn: number;
  readonly question: string;
  readonly answer: string | null;
  /** All that the student wrote when it asked; absent where that is the question. */
  readonly reply?: string;
  readonly candidates?: readonly Candidate[];
}

/** A question that was tried out: how many of the items it was chosen by came out right. */
export interface Candidate {
  readonly number: number;
  readonly question: string;
  readonly answer: string | null;
  readonly right: number;
  readonly items: number;
  readonly chosen: boolean;
}

export interface Item {
  readonly id: string;
  readonly level: string | null;
  readonly question: string;
  readonly options: readonly string[];
  /** The position of the right option, from 0. */
  readonly key: number;
}

/** What became of an item after a turn; the choice is a position in the item's options. */
export interface Mark {
  readonly turn: number;
  readonly sample: number;
  readonly item: string;
  readonly choice: number | null;
  readonly right: boolean;
  readonly read: boolean;
}

/** A call that a dialogue needed; cost in US dollars. */
export interface Call {
  readonly key: string;
  readonly kind: string;
  readonly turn: number;
  readonly part: number;
  readonly draw: number;
  readonly sample: number;
  readonly candidate: number;
  readonly model: string;
  readonly status: string;
  readonly reason: string | null;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost: number;
  readonly latency_ms: number | null;
  readonly truncated: boolean;
  readonly attempts: readonly Attempt[];
}

/** One request to a model. */
export interface Attempt {
  readonly id: string;
  readonly worker: string;
  readonly status: string;
  readonly reason: string | null;
  readonly sent: string;
  readonly ended: string | null;
  readonly latency_ms: number | null;
}

/** A call with the chat that its model was shown. */
export interface Prompt extends Call {
  readonly messages: readonly {
    readonly role: string;
    readonly text: string;
    readonly images: readonly {readonly media_type: string; readonly hash: string; readonly bytes: number}[];
  }[];
  readonly reply: string | null;
}
