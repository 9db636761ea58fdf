import type {ListedStudy, StudyStatus} from '../api/types';

/** A row of the list of studies. */
export interface Listed extends ListedStudy {
  readonly id: string;
}

/** Those of a live view, newest first. */
export function fromView(studies: Readonly<Record<string, ListedStudy>>): Listed[] {
  return Object.entries(studies)
    .map(([id, study]) => ({...study, id}))
    .sort((a, b) => b.created.localeCompare(a.created));
}

/** One of a list that was asked for. */
export function fromStatus({id, kind, name, state, dialogues, calls, budget, eta_seconds, created}: StudyStatus): Listed {
  const cap = budget.cap.usd == null ? {} : {cap: budget.cap.usd};
  const eta = eta_seconds == null ? {} : {eta_seconds};
  return {id, kind, name, state, dialogues, calls, spent: budget.spent.usd ?? 0, created, ...cap, ...eta};
}

/** Those whose name or id has a text in it, and that are in a state, where one is given. */
export function filtered(studies: readonly Listed[], text: string, state: string): Listed[] {
  const wanted = text.trim().toLowerCase();
  return studies.filter((study) => (!state || study.state === state)
    && (study.name.toLowerCase().includes(wanted) || study.id.startsWith(wanted)));
}
