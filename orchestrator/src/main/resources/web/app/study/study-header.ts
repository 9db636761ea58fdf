import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Connection} from '../api/stream';
import '../api/live-state';
import type {StudyStatus} from '../api/types';
import {compact, count, duration, money, shortId, time} from '../format/format';
import {base} from '../shell/base';
import './progress-bar';
import './state-badge';
import './study-controls';

/** How a study stands, and what can be done with it. */
@customElement('study-header')
export class StudyHeader extends LitElement {
  @property({attribute: false}) status!: StudyStatus;
  @property({attribute: false}) connection: Connection = 'connecting';

  override render() {
    const {id, name, kind, state, dialogues} = this.status;
    return html`
      <div class="top">
        <h1>${name}</h1>
        <state-badge .state=${state}></state-badge>
        <span class="muted">${kind === 'preparation' ? 'preparation ' : ''}<code title=${id}>${shortId(id)}</code></span>
        <live-state .connection=${this.connection}></live-state>
        <study-controls .study=${{id, name, state, failed: dialogues.failed}}></study-controls>
      </div>
      <progress-bar .dialogues=${dialogues}></progress-bar>
      <dl>${this.figures().map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
      ${this.sentences()}`;
  }

  private figures(): [string, unknown][] {
    const {kind, state, dialogues, calls, budget, tokens, eta_seconds, created, finished_at, owner} = this.status;
    const over = dialogues.finished + dialogues.failed;
    const cap = budget.cap.usd == null ? '' : ` of ${money(budget.cap.usd)}`;
    const figures: [string, unknown][] = [
      [kind === 'preparation' ? 'Concepts over' : 'Dialogues over', `${count(over)} of ${count(dialogues.total)}`],
      ['Failed', dialogues.failed ? html`<span class="bad">${count(dialogues.failed)}</span>` : '0'],
      ['Running', count(dialogues.running)],
      ['Calls in flight', count(calls.in_flight)],
      ['Calls done', `${count(calls.done)} of ${count(calls.planned)}`],
      ['Cost', `${money(budget.spent.usd)}${cap}`],
      ['Tokens in, out', `${compact(tokens.input)}, ${compact(tokens.output)}`],
    ];
    if (state === 'running') figures.push(['Left', duration(eta_seconds)]);
    figures.push(finished_at ? ['Finished', time(finished_at)] : ['Begun', time(created)]);
    if (owner) figures.push(['Owner', owner]);
    return figures;
  }

  /** What keeps it from going on, and what failed. */
  private sentences() {
    const {reason, waiting, failures} = this.status;
    const lines = [...(reason ? [reason] : []), ...waiting, ...failures.map((failure) => `${count(failure.count)} failed: ${failure.reason}`)];
    return lines.length ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
  }

  static override styles = [base, css`
    .top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin-bottom: 10px; }
    study-controls { margin-left: auto; }
    dl { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 12px 0; }
    dt { font-size: 12px; color: var(--muted); }
    dd { margin: 0; font-weight: 550; }
    .bad { color: var(--bad); }
    ul { margin: 8px 0; padding: 8px 12px; list-style: none; border-left: 3px solid var(--warn); background: var(--raised); overflow-wrap: anywhere; }
  `];
}
