import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {ApiError, get, post, remove} from '../app/api/api';
import {base} from '../app/shell/base';
import '../app/shell/problem-note';
import '../app/shell/theme-switch';
import './conversation-log';
import {keep} from './draft';
import './question-form';
import './quiz-form';
import {delayed, progress, type Shown} from './shown';

const SEAT = `/api/seats/${location.pathname.split('/')[2] ?? ''}`;
const AGAIN_MILLIS = 2000;

/** The seat of a person who is a student: what was said, and what is to be done now. */
@customElement('seat-page')
export class SeatPage extends LitElement {
  @state() private shown: Shown | undefined;
  @state() private error: unknown;
  @state() private busy = false;
  @state() private left = false;
  private following = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.follow(this.following.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following.abort();
  }

  /** The API answers when there is something new, and after a while at the latest. */
  private async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        this.show(await get<Shown>(SEAT, {after: this.shown?.state}, signal));
        this.error = undefined;
      } catch (error) {
        if (signal.aborted) return;
        this.error = inWords(error);
        if (error instanceof ApiError && error.status === 404) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
      }
    }
  }

  private show(shown: Shown): void {
    const isNew = shown.step !== this.shown?.step;
    this.shown = shown;
    if (isNew) void this.updateComplete.then(() => this.lead());
  }

  /** Who uses the keyboard, or hears the page, is led to what is to be done. */
  private lead(): void {
    const form = this.renderRoot.querySelector<HTMLElement>('question-form, quiz-form');
    void (form as LitElement | null)?.updateComplete.then(() => form?.focus());
  }

  override render() {
    return html`
      <header>
        <span class="brand">Interact</span>
        <span class="progress">${this.shown ? progress(this.shown) : ''}</span>
        <theme-switch></theme-switch>
        ${this.left ? nothing : html`<button @click=${this.leave}>Leave the seat</button>`}
      </header>
      <main>
        <h1>${this.shown?.wanted === 'done' ? 'Thank you!' : 'Your seat'}</h1>
        ${this.left ? html`<p>You have left the seat. To come back, open your link again.</p>` : this.body()}
        <problem-note .error=${this.error}></problem-note>
      </main>`;
  }

  private body() {
    const shown = this.shown;
    if (!shown) return this.error ? nothing : html`<p role="status">Loading…</p>`;
    return html`
      <p class="muted">${introduction(shown)}</p>
      <conversation-log .shown=${shown}></conversation-log>
      <p class="wait" role="status">${shown.wanted === 'wait' ? delayed(shown.delay) : ''}${shown.wanted === 'done' ? 'That was all. What you gave is kept, and you may close this page.' : ''}</p>
      ${keyed(shown.step, this.form(shown))}`;
  }

  private form(shown: Shown) {
    switch (shown.wanted) {
      case 'ask':
        return html`<question-form step=${this.draft} .instruction=${shown.instruction} .busy=${this.busy}
          @question-asked=${({detail}: CustomEvent<string>) => this.give({question: detail})}></question-form>`;
      case 'sheet':
        return html`<quiz-form step=${this.draft} .items=${shown.items} .busy=${this.busy}
          @quiz-sat=${({detail}: CustomEvent<(number | null)[]>) => this.give({choices: detail})}></quiz-form>`;
      case 'wait':
      case 'done':
        return nothing;
    }
  }

  /** Two seats may be open in one window, one after the other. */
  private get draft(): string {
    return `${SEAT} ${this.shown?.step}`;
  }

  /** The same may be given twice; where something else is wanted by now, that is shown. */
  private async give(given: {question: string} | {choices: (number | null)[]}): Promise<void> {
    const draft = this.draft;
    this.busy = true;
    try {
      this.show(await post<Shown>(SEAT, {step: this.shown?.step, ...given}));
      keep(draft, undefined);
      this.error = undefined;
    } catch (error) {
      this.error = inWords(error);
      if (error instanceof ApiError && error.status === 409) await this.refresh();
    } finally {
      this.busy = false;
    }
  }

  private async refresh(): Promise<void> {
    this.show(await get<Shown>(SEAT));
    this.error = undefined;
  }

  private async leave(): Promise<void> {
    try {
      await remove(SEAT);
      this.following.abort();
      this.left = true;
      this.error = undefined;
    } catch (error) {
      this.error = inWords(error);
    }
  }

  static override styles = [base, css`
    header {
      display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; min-height: 44px; padding: 6px 20px;
      border-bottom: 1px solid var(--line); background: var(--raised);
    }
    .brand { font-weight: 650; }
    .progress { flex: 1; color: var(--muted); }
    main { max-width: 760px; margin: 0 auto; padding: 16px 20px 48px; font-size: 16px; }
    .wait:empty { margin: 0; }
    @media (max-width: 600px) { header { padding: 6px 12px; } main { padding: 12px 12px 32px; } }
  `];
}

/** Who sits here does not run the services. */
function inWords(error: unknown): unknown {
  return error instanceof ApiError && error.status === 0
    ? new ApiError(0, 'No connection', 'What you wrote is still here, and what you gave is kept. This page tries again by itself.')
    : error;
}

function introduction({place, lesson}: Shown): string {
  if (place.turns > 0) {
    return 'A teacher has material in front of them that you cannot see. Learn about it by asking; before the first question and after each answer there is a quiz about it.';
  }
  return lesson === null
    ? 'This is a quiz about material that you have not seen. Answer what you can.'
    : 'Read the lesson; then there is a quiz about what it was made from.';
}
