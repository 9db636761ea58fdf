import {html, nothing} from 'lit';
import {NOTHING, briefTime, count, duration, money} from '../format/format';
import '../study/progress-bar';
import '../study/state-badge';
import '../study/study-controls';
import type {Column} from '../table/column';
import type {Listed} from './listed';

/** What the list of studies shows of each. */
export const columns: readonly Column<Listed>[] = [
  {
    key: 'name', label: 'Name', width: 'minmax(150px, 2.4fr)', value: ({name}) => name,
    render: ({name, kind}) => html`${name}${kind === 'preparation' ? html` <span class="muted">(preparation)</span>` : nothing}`,
  },
  {
    key: 'state', label: 'State', width: '88px', value: ({state}) => state,
    render: ({state}) => html`<state-badge .state=${state}></state-badge>`,
  },
  {
    key: 'progress', label: 'Progress', width: 'minmax(110px, 1fr)', value: ({dialogues}) => over(dialogues) / Math.max(1, dialogues.total),
    render: ({dialogues}) => html`<progress-bar .dialogues=${dialogues}></progress-bar>`,
  },
  {
    key: 'over', label: 'Dialogues', number: true, width: '92px', value: ({dialogues}) => over(dialogues),
    render: ({dialogues}) => `${count(over(dialogues))}/${count(dialogues.total)}`,
  },
  {
    key: 'failed', label: 'Failed', number: true, width: '54px', value: ({dialogues}) => dialogues.failed,
    render: ({dialogues}) => html`<span class=${dialogues.failed ? 'bad' : 'muted'}>${count(dialogues.failed)}</span>`,
  },
  {
    key: 'now', label: 'Calls now', number: true, width: '78px', value: ({calls}) => calls.in_flight,
    render: ({calls}) => (calls.in_flight ? count(calls.in_flight) : NOTHING),
  },
  {
    key: 'eta', label: 'Left', number: true, width: '82px', value: ({eta_seconds}) => eta_seconds,
    render: ({state, eta_seconds}) => (state === 'running' ? duration(eta_seconds) : NOTHING),
  },
  {
    key: 'cost', label: 'Cost', number: true, width: '108px', value: ({spent}) => spent,
    render: ({spent, cap}) => html`${money(spent)}${cap == null ? nothing : html`<span class="muted"> / ${money(cap)}</span>`}`,
  },
  {key: 'created', label: 'Begun', width: '102px', value: ({created}) => created, render: ({created}) => briefTime(created)},
  {
    key: 'actions', label: 'Actions', width: '142px',
    render: ({id, name, state, dialogues}) =>
      html`<study-controls .study=${{id, name, state, failed: dialogues.failed}}></study-controls>`,
  },
];

function over({finished, failed}: Listed['dialogues']): number {
  return finished + failed;
}
