import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {compact, count, latency, money, shortId} from '../format/format';
import {base} from '../shell/base';
import './call-prompt';
import type {Attempt, Call} from './types';

const KINDS: Readonly<Record<string, string>> = {
  lesson: 'lesson', ask: 'question', answer: 'answer', sit: 'quiz', retest: 'quiz once more', trial: 'quiz of a candidate',
};

/** The calls behind a turn. Each opens to its attempts and its prompt. */
@customElement('call-list')
export class CallList extends LitElement {
  @property({attribute: false}) calls: readonly Call[] = [];
  @state() private opened = '';

  override render() {
    const sum = (of: (call: Call) => number) => this.calls.reduce((total, call) => total + of(call), 0);
    const failed = this.calls.filter(({status}) => status === 'failed').length;
    return html`
      <details>
        <summary>${count(this.calls.length)} ${this.calls.length === 1 ? 'call' : 'calls'} ·
          ${compact(sum(({input_tokens}) => input_tokens))} tokens in, ${compact(sum(({output_tokens}) => output_tokens))} out ·
          ${money(sum(({cost}) => cost))}${failed ? html` · <b class="bad">${failed} failed</b>` : nothing}</summary>
        <table>
          <thead><tr><th>Call</th><th>Model</th><th class="number">Tokens in</th><th class="number">out</th><th class="number">Latency</th>
            <th class="number">Attempts</th><th class="number">Cost</th><th>Status</th></tr></thead>
          <tbody>${this.calls.map((call) => this.row(call))}</tbody>
        </table>
      </details>`;
  }

  private row(call: Call): TemplateResult {
    const open = this.opened === idOf(call);
    return html`
      <tr>
        <td><button class="plain" aria-expanded=${open} @click=${() => (this.opened = open ? '' : idOf(call))}>
          <span aria-hidden="true">${open ? '▾' : '▸'}</span>${nameOf(call)}</button></td>
        <td>${call.model}</td>
        <td class="number">${count(call.input_tokens)}</td>
        <td class="number">${count(call.output_tokens)}</td>
        <td class="number">${latency(call.latency_ms)}</td>
        <td class="number">${call.attempts.length}</td>
        <td class="number">${money(call.cost)}</td>
        <td class=${call.status === 'failed' ? 'bad' : ''}>${call.status}${call.truncated ? ', cut off' : ''}</td>
      </tr>
      ${open ? html`<tr class="more"><td colspan="8">${this.more(call)}</td></tr>` : nothing}`;
  }

  private more(call: Call) {
    return html`
      ${call.reason ? html`<p class="bad">${call.reason}</p>` : nothing}
      <ul>${call.attempts.map((attempt, place) => html`<li>${attemptText(attempt, place)}</li>`)}</ul>
      <call-prompt .call=${call.key}></call-prompt>`;
  }

  static override styles = [base, css`
    :host { margin-top: 8px; }
    summary { cursor: pointer; font-size: 13px; color: var(--muted); width: fit-content; }
    .bad { color: var(--bad); }
    table { width: 100%; border-collapse: collapse; margin-top: 6px; font-size: 13px; }
    th { text-align: left; font-weight: 600; color: var(--muted); }
    th.number { text-align: right; }
    th, td { padding: 2px 6px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: baseline; }
    td .plain { padding: 1px 4px; min-height: 26px; margin-left: -4px; text-align: left; }
    .more td { padding: 6px 10px 10px; background: var(--raised); }
    ul { margin: 0 0 6px; padding-left: 18px; color: var(--muted); }
  `];
}

/** A call is shared by all that need the same; within a dialogue its place tells it from others. */
function idOf({key, kind, part, draw, sample, candidate}: Call): string {
  return [key, kind, part, draw, sample, candidate].join(' ');
}

function nameOf({kind, part, draw, sample, candidate}: Call): string {
  const places = [
    part ? `part ${part + 1}` : '', sample ? `sheet ${sample + 1}` : '', candidate ? `candidate ${candidate + 1}` : '',
    draw ? `asked again, ${draw}` : '',
  ];
  return [KINDS[kind] ?? kind, ...places].filter(Boolean).join(', ');
}

function attemptText({worker, status, reason, latency_ms}: Attempt, place: number): string {
  const by = `Attempt ${place + 1}: ${status.replace('_', ' ')} by ${shortId(worker)}`;
  return by + (latency_ms == null ? '' : ` in ${latency(latency_ms)}`) + (reason ? `. ${reason}` : '');
}
