import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {may} from '../access/session';
import {NOTHING, compact, count, duration, latency} from '../format/format';
import {base} from '../shell/base';
import type {History} from './history';
import './limits-form';
import './spark-line';
import {tables} from './tables';
import type {Limits, Model} from './types';

const COLUMNS = 11;

/** Models: what waits, what is under way, what came of it; their limits can be changed (event `changed`). */
@customElement('models-table')
export class ModelsTable extends LitElement {
  @property({attribute: false}) models: readonly Model[] = [];
  @property({attribute: false}) history!: History;
  @state() private edited = '';

  override render() {
    if (!this.models.length) return html`<p class="muted">No model is in the registry.</p>`;
    return html`<table>
      <thead>
        <tr><td></td><th colspan="4">Calls</th><th colspan="3">In the last minute</th><th colspan="2">Latency</th><td></td></tr>
        <tr><th>Model</th><th class="number">Waiting</th><th class="number">In flight</th><th class="number">Allowed</th><th>Since you look</th>
          <th class="number">Answered</th><th class="number">429</th><th class="number">Failed</th><th class="number">p50</th><th class="number">p95</th><th>Limits</th></tr>
      </thead>
      <tbody>${this.models.map((model) => this.row(model))}</tbody></table>`;
  }

  private row(model: Model) {
    const {alias, ready, in_flight, window, limits, closed_seconds, latency_ms, answered, rate_limited, failed} = model;
    const edited = this.edited === alias;
    return html`
      <tr data-model=${alias}>
        <td><b>${alias}</b>${closed_seconds > 0 ? html`<div class="warn">closed for ${duration(closed_seconds)}</div>` : nothing}</td>
        <td class="number">${count(ready)}</td>
        <td class="number">${count(in_flight)}</td>
        <td class="number">${count(window)}${limits.concurrency != null && window != null && window < limits.concurrency ? html`<span class="warn"> of ${count(limits.concurrency)}</span>` : nothing}</td>
        <td><spark-line .values=${this.history.of(alias)} label="Calls in flight"></spark-line></td>
        <td class="number">${count(answered)}</td>
        <td class="number ${rate_limited ? 'warn' : ''}">${count(rate_limited)}</td>
        <td class="number ${failed ? 'bad' : ''}">${count(failed)}</td>
        <td class="number">${latency(latency_ms?.p50)}</td>
        <td class="number">${latency(latency_ms?.p95)}</td>
        <td>${may('admin')
          ? html`<button aria-expanded=${edited} @click=${() => (this.edited = edited ? '' : alias)}>${limitText(limits)}</button>`
          : limitText(limits)}</td>
      </tr>
      ${edited ? html`<tr><td colspan=${COLUMNS}><limits-form .alias=${alias} @changed=${this.changed}></limits-form></td></tr>` : nothing}`;
  }

  private changed(): void {
    this.edited = '';
    this.dispatchEvent(new Event('changed'));
  }

  static override styles = [base, tables, css`
    td button { text-align: left; }
    thead tr:first-child > * { border-bottom: none; padding-bottom: 0; font-weight: 500; font-size: 12px; }
    thead tr:first-child th[colspan] { text-align: center; }
    thead tr:first-child th[colspan]::after { content: ''; display: block; margin: 1px 12px 0; border-bottom: 1px solid var(--line); }
  `];
}

function limitText({concurrency, requests_per_minute, tokens_per_minute}: Limits): string {
  const limits = [
    concurrency == null ? '' : `${count(concurrency)} at once`,
    requests_per_minute == null ? '' : `${compact(requests_per_minute)}/min`,
    tokens_per_minute == null ? '' : `${compact(tokens_per_minute)} tokens/min`,
  ];
  return limits.filter(Boolean).join(', ') || NOTHING;
}
