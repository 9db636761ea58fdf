import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {get, post} from '../api/api';
import type {StudyStatus} from '../api/types';
import {money} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {go} from '../shell/router';
import './fork-cost';
import type {Plan} from './fork-cost';
import {KINDS, type Kind} from './forks';
import type {Dialogue} from './types';

const PAUSE_MILLISECONDS = 300;

/** Asks what is to be another in a fork of a dialogue, says what that costs, and leads to the study that it becomes. */
@customElement('fork-dialog')
export class ForkDialog extends LitElement {
  @property({attribute: false}) dialogue!: Dialogue;
  @state() private turn = 1;
  @state() private kind: Kind = KINDS[0]!;
  /** Students of the study other than this dialogue's. */
  @state() private others: readonly string[] = [];
  /** What is left of the cap of the dialogue's study. */
  @state() private left: number | undefined;
  @state() private plan: Plan | undefined;
  /** Whether all is there that a plan needs. */
  @state() private complete = false;
  @state() private error: unknown;
  private timer = 0;
  @state() private sending = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('form') private readonly form!: HTMLFormElement;

  /** Opens it for a fork at a turn. */
  ask(turn: number): void {
    this.turn = turn;
    this.error = undefined;
    this.dialog.showModal();
    void this.loadStudy();
    this.estimate(0);
  }

  private async loadStudy(): Promise<void> {
    const {study, student} = this.dialogue;
    try {
      const [{study: {students}}, {budget: {cap, spent}}] = await Promise.all([
        get<{study: {students: readonly string[]}}>(`/api/studies/${study}/file`), get<StudyStatus>(`/api/studies/${study}`)]);
      this.others = students.filter((other) => other !== student);
      this.left = cap.usd == null ? undefined : Number(Math.max(0, cap.usd - (spent.usd ?? 0)).toFixed(4));
    } catch (error) {
      this.error = error;
    }
  }

  override updated(changed: PropertyValues): void {
    if (this.dialog.open && (changed.has('kind') || changed.has('left'))) this.estimate(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Asks what it would cost, once nothing is changed for a while. */
  private estimate(pause = PAUSE_MILLISECONDS): void {
    clearTimeout(this.timer);
    this.error = undefined;
    this.plan = undefined;
    this.complete = this.form.checkValidity();
    this.timer = setTimeout(() => void this.loadPlan(), pause);
  }

  private async loadPlan(): Promise<void> {
    if (!this.complete) return;
    const wanted = JSON.stringify(this.wanted());
    try {
      const plan = await post<Plan>(`${this.path}/plan`, this.wanted());
      if (wanted === JSON.stringify(this.wanted())) this.plan = plan;
    } catch (error) {
      this.error = error;
    }
  }

  private get path(): string {
    return `/api/dialogues/${encodeURIComponent(this.dialogue.id)}/forks`;
  }

  private get kinds(): readonly Kind[] {
    return this.others.length ? KINDS : KINDS.filter(({student}) => !student);
  }

  override render() {
    return html`
      <dialog aria-labelledby="title">
        <form method="dialog" @submit=${this.send} @input=${() => this.estimate()}>
          <h2 id="title">Fork this dialogue at turn ${this.turn}</h2>
          <p>It becomes a study of its own with this dialogue and its fork. What this dialogue has asked of models already is not asked again.</p>
          <fieldset><legend>What is another in it</legend>${this.kinds.map((kind) => this.choice(kind))}</fieldset>
          ${this.kind.student ? html`<label>The other student <select name="student">${this.others.map((other) => html`<option>${other}</option>`)}</select></label>` : nothing}
          ${this.kind.questions ? html`<label>Questions, a line each <textarea name="questions" rows="5" required></textarea></label>` : nothing}
          <label>It may spend at most, in US dollars
            <input name="usd" type="number" min="0" step="any" .value=${this.left === undefined ? '' : String(this.left)}></label>
          ${this.left === undefined ? nothing : html`<p class="muted">The study that this dialogue is of has ${money(this.left)} of its own cap left.</p>`}
          ${this.complete && !this.error ? html`<fork-cost .plan=${this.plan}></fork-cost>` : nothing}
          <problem-note .error=${this.error}></problem-note>
          <div class="bar">
            <button type="button" @click=${() => this.dialog.close()}>Go back</button>
            <button class="primary" ?disabled=${this.sending}>Fork</button>
          </div>
        </form>
      </dialog>`;
  }

  private choice(kind: Kind) {
    return html`<label class="kind"><input type="radio" name="kind" value=${kind.kind} .checked=${kind === this.kind}
      @change=${() => (this.kind = kind)}><span><b>${kind.kind}</b> ${kind.what(this.turn)}</span></label>`;
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.sending = true;
    this.error = undefined;
    try {
      const made = await post<StudyStatus>(this.path, this.wanted());
      this.dialog.close();
      go(`/studies/${made.id}`);
    } catch (error) {
      this.error = error;
    } finally {
      this.sending = false;
    }
  }

  private wanted(): Record<string, unknown> {
    const fields = new FormData(this.form);
    const {kind, at, student, questions} = this.kind;
    const lines = String(fields.get('questions') ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
    const usd = String(fields.get('usd') ?? '');
    return {kind, ...(usd ? {budget: {usd: Number(usd)}} : {}), ...(at ? {at: this.turn} : {}), ...(student ? {student: fields.get('student')} : {}), ...(questions ? {questions: lines} : {})};
  }

  static override styles = [base, css`
    dialog {
      width: 560px; max-width: calc(100vw - 32px); padding: 20px 24px; color: var(--text); background: var(--paper);
      border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 10px 40px rgb(0 0 0 / .3);
    }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    h2 { margin: 0 0 8px; font-size: 16px; }
    fieldset { margin: 12px 0; padding: 0; border: none; }
    legend { padding: 0; font-weight: 600; }
    .kind { display: flex; align-items: start; gap: 8px; padding: 4px 0; color: var(--text); }
    .kind input { min-height: 0; margin: 3px 0 0; flex: none; }
    label:not(.kind) { display: block; margin: 10px 0; }
    textarea { display: block; width: 100%; font: inherit; }
    textarea { color: var(--text); background: var(--paper); border: 1px solid var(--control); border-radius: var(--radius); padding: 6px 10px; }
    .bar { justify-content: flex-end; margin: 16px 0 0; }
  `];
}
