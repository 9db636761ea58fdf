import {LitElement, css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Polled} from '../api/polled';
import {count} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import './dead-letters';
import {History} from './history';
import './models-table';
import {tables} from './tables';
import type {Machine, Topic, Worker} from './types';

/** What the services do: workers, models, topics, dead letters; looked at every two seconds. */
@customElement('machine-page')
export class MachinePage extends LitElement {
  private readonly history = new History();
  private readonly machine = new Polled<Machine>(this, (machine) => this.answered(machine));

  override connectedCallback(): void {
    super.connectedCallback();
    this.machine.watch('/api/machine');
  }

  private answered(machine: Machine): void {
    this.history.add(machine);
    this.requestUpdate();
  }

  override render() {
    const machine = this.machine.value;
    return html`
      <h1>Machine room</h1>
      <problem-note .error=${this.machine.error}></problem-note>
      ${machine ? this.rooms(machine) : this.machine.error ? nothing : html`<p class="muted" role="status">Loading…</p>`}
      <dead-letters .version=${machine ? JSON.stringify(machine.dead_letters) : ''}></dead-letters>`;
  }

  private rooms({workers, models, topics, outbox}: Machine) {
    return html`
      <h2>Models</h2>
      <models-table .models=${models} .history=${this.history} @changed=${() => this.machine.refresh()}></models-table>
      <div class="halves">
        <section><h2>Workers</h2>${this.workers(workers)}</section>
        <section><h2>Topics</h2>${this.topics(topics)}
          <p class="muted">Events that are stored and not sent yet: ${count(outbox)}</p></section>
      </div>`;
  }

  private workers(workers: readonly Worker[]) {
    if (!workers.length) return html`<p class="muted">No worker lives. Without workers nothing goes on; start them with <code>interact up</code>.</p>`;
    return html`<table>
      <thead><tr><th>Role</th><th>Worker</th><th>Pool</th><th class="number">In flight</th><th class="number">Slots</th><th class="number">Partitions</th><td></td></tr></thead>
      <tbody>${workers.map((worker) => html`<tr>
        <td>${worker.role}</td><td><code title=${worker.incarnation}>${brief(worker.incarnation)}</code></td><td>${worker.pool ?? ''}</td>
        <td class="number">${count(worker.in_flight)}</td><td class="number">${count(worker.slots)}</td><td class="number">${count(worker.partitions)}</td>
        <td>${worker.stopping ? html`<span class="warn">stopping</span>` : nothing}</td></tr>`)}</tbody></table>`;
  }

  private topics(topics: readonly Topic[] | null) {
    if (!topics) return html`<p class="warn">The broker does not answer.</p>`;
    return html`<table>
      <thead><tr><th>Topic</th><th class="number">Partitions</th><th class="number">End</th><th>Unread, by group</th></tr></thead>
      <tbody>${topics.map(({topic, partitions, end, lag}) => html`<tr>
        <td>${topic}</td><td class="number">${count(partitions)}</td><td class="number">${count(end)}</td>
        <td>${Object.entries(lag).map(([group, records]) => html`<div>${group === topic ? 'its workers' : group} <b class=${records ? 'warn' : ''}>${count(records)}</b></div>`)}</td></tr>`)}</tbody></table>`;
  }

  static override styles = [base, tables, css`
    .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 32px; align-items: start; }
    @media (max-width: 900px) { .halves { grid-template-columns: minmax(0, 1fr); } }
  `];
}

/** The end of an incarnation sets it apart from others of its role. */
function brief(incarnation: string): string {
  return incarnation.length > 16 ? `…${incarnation.slice(-12)}` : incarnation;
}
