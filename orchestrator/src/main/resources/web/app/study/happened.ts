import {count, latency, money} from '../format/format';

/** An event as the orchestrator publishes it. */
export interface Happened {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Kinds of events: which types begin so, and what people call them. */
export const KINDS = [
  ['study', 'the study'], ['dialogue', 'dialogues'], ['lesson', 'lessons'], ['question', 'questions and answers'],
  ['quiz', 'quizzes'], ['call', 'calls that failed'], ['budget', 'money'],
] as const;

interface Marks {
  readonly items: number;
  readonly right: number;
}

interface Sum {
  readonly usd: number;
  readonly calls: number;
}

type Said = (data: Happened['data']) => string;

/** Every type of event about a study with dialogues, as a sentence. Docs: events.md. */
const SENTENCES: Readonly<Record<string, Said>> = {
  'study.planned': ({dialogues, calls}) => `Handed in: ${number(dialogues)} dialogues, ${number(calls)} calls`,
  'study.started': () => 'The study has started',
  'study.paused': ({capped}) => (capped ? 'Paused: a cap is reached' : 'Paused'),
  'study.resumed': () => 'The study goes on',
  'study.cancelled': () => 'Cancelled',
  'study.finished': ({finished, failed}) => `The study is over: ${number(finished)} dialogues finished, ${number(failed)} failed`,
  'dialogue.started': () => 'Started',
  'dialogue.finished': ({turns}) => `Finished with ${number(turns)} turns`,
  'dialogue.failed': () => 'Failed',
  'dialogue.taken-up': () => 'Taken up again',
  'lesson.given': () => 'The student has its lesson',
  'question.asked': ({turn, candidate}) => `Question ${number(turn)} asked${tried(candidate)}`,
  'question.answered': ({turn, candidate}) => `Question ${number(turn)} answered${tried(candidate)}`,
  'quiz.graded': graded,
  'call.retried': ({model, cause, wait_millis}) => `Call to ${String(model)}: ${String(cause)}, again in ${latency(Number(wait_millis))}`,
  'call.failed': ({model}) => `Call to ${String(model)} failed for good`,
  'budget.reserved': ({added, reserved}) => `${money((added as Sum).usd)} reserved for ${number((added as Sum).calls)} calls; ${money((reserved as Sum).usd)} in all`,
  'budget.settled': ({spent, reserved}) => `${money((spent as Sum).usd)} spent so far, ${money((reserved as Sum).usd)} reserved`,
  'budget.reached': ({account}) => `The cap of the ${String(account)} is reached`,
  'budget.changed': ({usd}) => `The cap is ${usd == null ? 'taken away, or not of money' : money(Number(usd))} now`,
};

const PREFIX = 'dev.interact.';

/** What a stream of events may send, by name. */
export const TYPES: readonly string[] = Object.keys(SENTENCES).map((type) => PREFIX + type);

/** The beginning of the types of a kind. */
export function typesOf(kind: string): string {
  return KINDS.some(([known]) => known === kind) ? `${PREFIX}${kind}.` : '';
}

/** Reserving and paying are told with each transaction: they would hide all else. */
export function isNoise({type}: Happened): boolean {
  return type === `${PREFIX}budget.reserved` || type === `${PREFIX}budget.settled`;
}

export function sentence({type, data}: Happened): string {
  return SENTENCES[type.slice(PREFIX.length)]?.(data) ?? type;
}

/** The page of what an event is about; the study's own events have none. */
export function hrefOf({data: {dialogue, turn}}: Happened): string | undefined {
  if (dialogue === undefined) return undefined;
  return `/dialogues/${encodeURIComponent(String(dialogue))}${turn === undefined ? '' : `#turn-${String(turn)}`}`;
}

function graded({kind, turn, levels}: Happened['data']): string {
  const marks = Object.values(levels as Record<string, Marks>);
  const what = {sit: 'Quiz', retest: 'Quiz once more', trial: 'Trial of a question'}[String(kind)] ?? 'Quiz';
  const [right, items] = [marks.reduce((sum, one) => sum + one.right, 0), marks.reduce((sum, one) => sum + one.items, 0)];
  return `${what} ${turn === 0 ? 'before any question' : `after turn ${number(turn)}`}: ${right} of ${items} right`;
}

function tried(candidate: unknown): string {
  return candidate ? ` (candidate ${Number(candidate) + 1})` : '';
}

function number(value: unknown): string {
  return count(value as number);
}
