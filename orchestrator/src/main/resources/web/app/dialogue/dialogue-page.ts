import {LitElement, css, html, type PropertyValues} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {may} from '../access/session';
import type {Page} from '../api/api';
import {Polled} from '../api/polled';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import './dialogue-header';
import './dialogue-turn';
import './fork-dialog';
import type {ForkDialog} from './fork-dialog';
import {gridOf, type Grid} from './marks';
import './quiz-marks';
import type {Call, Dialogue} from './types';

/** One dialogue: what was said, what the student knew after each turn, and the calls behind it. */
@customElement('dialogue-page')
export class DialoguePage extends LitElement {
  @property({attribute: false}) dialogue = '';
  private readonly address = new Address(this);
  private readonly shown = new Polled<Dialogue>(this, (dialogue, isNew) => isNew && this.changed(dialogue), isOver);
  private readonly calls = new Polled<Page<Call>>(this, () => {}, () => isOver(this.shown.value));
  private reached = '';
  @query('fork-dialog') private readonly forking!: ForkDialog;

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('dialogue')) return;
    const path = `/api/dialogues/${encodeURIComponent(this.dialogue)}`;
    this.reached = '';
    this.shown.watch(path);
    this.calls.watch(`${path}/calls`);
  }

  private changed({concept_id}: Dialogue): void {
    document.title = `${concept_id} · Interact`;
    this.calls.refresh();
  }

  override render() {
    const dialogue = this.shown.value;
    if (!dialogue) {
      if (!this.shown.error) return html`<p class="muted" role="status">Loading…</p>`;
      return html`<h1>Dialogue</h1><problem-note .error=${this.shown.error}></problem-note><p><a href="/">To the studies</a></p>`;
    }
    const grid = gridOf(dialogue);
    return html`
      <dialogue-header .dialogue=${dialogue}></dialogue-header>
      <problem-note .error=${this.shown.error ?? this.calls.error}></problem-note>
      <div class="sides">
        <section aria-label="What was said">${this.turns(dialogue).map((turn) => this.turn(dialogue, grid, turn))}</section>
        <aside aria-label="The quiz after each turn">
          <quiz-marks .grid=${grid} .open=${this.address.query('item')} @item=${this.opened}></quiz-marks>
        </aside>
      </div>
      <fork-dialog .dialogue=${dialogue}></fork-dialog>`;
  }

  /** From 0, before any question, to the last of which there is something. */
  private turns({turns, marks}: Dialogue): number[] {
    const last = Math.max(0, ...turns.map(({turn}) => turn), ...marks.map(({turn}) => turn));
    return Array.from({length: last + 1}, (_, turn) => turn);
  }

  private turn(dialogue: Dialogue, grid: Grid, turn: number) {
    const calls = this.calls.value?.items.filter((call) => call.turn === turn);
    const isLast = turn === this.turns(dialogue).at(-1);
    return html`
      <dialogue-turn id="turn-${turn}" .turn=${turn} .said=${dialogue.turns.find((one) => one.turn === turn)} .calls=${calls}
        .lesson=${turn === 0 ? dialogue.lesson : null} .stop=${isLast ? dialogue.stop : null}
        .score=${grid.scores.find((one) => one.turn === turn)} .running=${dialogue.stage === 'running' && isLast}
        .forkable=${may('run') && !dialogue.donor && dialogue.condition.startsWith('dynamic')}
        @fork=${() => this.forking.ask(turn)}></dialogue-turn>`;
  }

  /** A link to a turn leads there once the turn is there. */
  override updated(): void {
    const {hash} = location;
    if (!this.shown.value || hash === this.reached) return;
    this.reached = hash;
    void this.updateComplete.then(() => this.renderRoot.querySelector(/^#turn-\d+$/.test(hash) ? hash : 'no-turn')?.scrollIntoView());
  }

  private opened(event: CustomEvent<string>): void {
    setQuery({item: event.detail === this.address.query('item') ? null : event.detail}, 'replace');
  }

  static override styles = [base, css`
    .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 440px); gap: 24px; align-items: start; margin-top: 16px; }
    aside { position: sticky; top: 12px; }
    @media (max-width: 900px) { .sides { grid-template-columns: minmax(0, 1fr); } aside { position: static; grid-row: 1; } }
  `];
}

function isOver(dialogue: Dialogue | undefined): boolean {
  return dialogue?.stage === 'finished';
}
