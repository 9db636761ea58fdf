/** Where a study is. */
export type State = 'running' | 'paused' | 'finished' | 'cancelled';

/** A share of right answers after a turn, from 0 to 1; n counts concepts. */
export interface Point {
  readonly turn: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly items: number;
}

/** What the dialogues of an arm have in common; null where it does not apply. */
export interface Axes {
  readonly condition: string;
  readonly student: string;
  readonly teacher: string | null;
  readonly lesson_author: string | null;
  readonly quiz_mode: string;
  readonly strategy: string | null;
  readonly style: string | null;
  readonly from: string | null;
  readonly framing: string | null;
  readonly at: number | null;
}

export interface Dialogues {
  readonly planned?: number;
  readonly running?: number;
  readonly finished: number;
  readonly failed: number;
  readonly total: number;
}

export interface Calls {
  readonly planned: number;
  readonly done: number;
  readonly in_flight: number;
  readonly retried?: number;
  readonly failed: number;
}

export interface Amount {
  readonly usd?: number | null;
  readonly calls?: number | null;
  readonly tokens?: number | null;
}

/** The status of a study or preparation. */
export interface StudyStatus {
  readonly id: string;
  readonly kind: 'study' | 'preparation';
  readonly name: string;
  readonly owner: string;
  readonly state: State;
  readonly reason: string | null;
  readonly waiting: readonly string[];
  readonly turns: number;
  readonly dialogues: Dialogues;
  readonly calls: Calls;
  readonly tokens: {readonly input: number; readonly output: number};
  readonly cost: number;
  readonly budget: {readonly cap: Amount; readonly spent: Amount; readonly reserved: Amount};
  readonly failures: readonly {readonly reason: string; readonly count: number}[];
  readonly eta_seconds?: number | null;
  readonly created: string;
  readonly started?: string | null;
  readonly finished_at: string | null;
}

/** An arm as results tell of it. */
export interface Cell extends Axes {
  readonly id: string;
  readonly planned: number;
  readonly running: number;
  readonly finished: number;
  readonly failed: number;
  readonly calls: number;
  readonly tokens: {readonly input: number; readonly output: number};
  readonly cost: number;
  readonly curve: readonly Point[];
  readonly gain: number | null;
  readonly cost_per_point: number | null;
}

/** A dialogue in brief; shares from 0 to 1, cost in US dollars. */
export interface DialogueRow extends Axes {
  readonly id: string;
  readonly study: string;
  readonly arm: string;
  readonly concept_id: string;
  readonly domain: string;
  readonly seed: number | null;
  readonly lesson_draw: number;
  readonly option_order: number;
  readonly candidate: number | null;
  readonly stage: Stage;
  readonly reason: string | null;
  readonly turns_done: number;
  readonly turns_planned: number;
  readonly accuracy_first: number | null;
  readonly accuracy_last: number | null;
  readonly calls: number;
  readonly tokens: {readonly input: number; readonly output: number};
  readonly cost: number;
}

/** How far a dialogue is. */
export type Stage = 'planned' | 'running' | 'finished' | 'failed';

/** Points by turn. */
export type Curve = Readonly<Record<string, Point>>;

/** Curves by arm. */
export type Curves = Readonly<Record<string, Curve>>;

export interface LiveArm extends Axes {
  readonly planned: number;
  readonly running: number;
  readonly finished: number;
  readonly failed: number;
  readonly curve: Curve;
}

/** A study or preparation as it is seen live; a preparation has no arms. What is not known is absent; money is in US dollars. */
export interface StudyView {
  readonly offset: number;
  readonly study: Pick<StudyStatus, 'id' | 'name' | 'kind' | 'state' | 'turns' | 'owner' | 'created'>
    & {readonly reason?: string; readonly started?: string; readonly finished_at?: string};
  readonly dialogues: Dialogues;
  readonly calls: Calls;
  readonly budget: {readonly cap?: number; readonly spent: number; readonly reserved: number};
  readonly tokens: {readonly input: number; readonly output: number};
  readonly eta_seconds?: number;
  readonly arms?: Readonly<Record<string, LiveArm>>;
  readonly domains?: Readonly<Record<string, Curves>>;
  readonly levels?: Readonly<Record<string, Curves>>;
  readonly talking: readonly {
    readonly dialogue: string; readonly concept: string; readonly arm?: string; readonly turn?: number; readonly doing?: string;
  }[];
}

/** A study in the list of studies, as it is seen live. */
export interface ListedStudy {
  readonly name: string;
  readonly kind: StudyStatus['kind'];
  readonly state: State;
  readonly dialogues: Dialogues;
  readonly calls: Calls;
  readonly spent: number;
  readonly cap?: number;
  readonly eta_seconds?: number;
  readonly created: string;
}

export interface StudiesView {
  readonly studies: Readonly<Record<string, ListedStudy>>;
}

/** How two cells differ after a turn: shares from 0 to 1; the difference is the first less the second. */
export interface ComparedTurn {
  readonly turn: number;
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly n: number;
  /** Why the two are no contrast. */
  readonly note: string | null;
}
