import type {State, StudyStatus} from '../api/types';
import {post} from '../api/api';
import {count} from '../format/format';

/** What may be asked of a study. */
export type Wish = 'pause' | 'resume' | 'cancel' | 'retry';

/** The study that something is asked of, as far as that matters. */
export interface Controlled {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly failed: number;
}

/** How a wish reads: on its button, when it asks first, and once it is done. */
export interface Words {
  readonly label: string;
  readonly done: string;
  readonly question?: string;
  readonly consequence?: string;
  readonly confirm?: string;
  readonly undo?: Wish;
}

/** What may be asked of a study now. */
export function wishes({state, failed}: Controlled): Wish[] {
  const retry: Wish[] = failed ? ['retry'] : [];
  switch (state) {
    case 'running': return ['pause', 'cancel'];
    case 'paused': return ['resume', 'cancel', ...retry];
    case 'cancelled': return ['resume'];
    case 'finished': return retry;
  }
}

/** How a wish reads. */
export function words(wish: Wish, {name, failed}: Controlled): Words {
  switch (wish) {
    case 'pause': return {label: 'Pause', done: `${name} is paused.`, undo: 'resume'};
    case 'resume': return {label: 'Resume', done: `${name} goes on.`, undo: 'pause'};
    case 'cancel': return {
      label: 'Cancel', done: `${name} is cancelled.`, undo: 'resume', question: `Cancel ${name}?`,
      confirm: 'Cancel the study',
      consequence: 'No more of its calls are sent. What is recorded stays, and it can be resumed.',
    };
    case 'retry': return {
      label: 'Retry failed', done: `The failed dialogues of ${name} go on.`, question: `Retry ${count(failed)} failed?`,
      confirm: 'Retry',
      consequence: 'They go on where they failed. Their calls are sent again, which may cost money.',
    };
  }
}

/** Asks something of a study. */
export function ask(id: string, wish: Wish): Promise<StudyStatus> {
  return post(`/api/studies/${encodeURIComponent(id)}/${wish}`);
}
