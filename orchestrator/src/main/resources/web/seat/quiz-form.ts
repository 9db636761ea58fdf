import {LitElement, css, html} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {base} from '../app/shell/base';
import {begun, keep} from './draft';
import type {Item} from './shown';

/** Has a quiz sat; fires `quiz-sat` with a choice for each item, null for one that is left open. */
@customElement('quiz-form')
export class QuizForm extends LitElement {
  /** What the draft is kept by. */
  @property() step = '';
  @property({attribute: false}) items: readonly Item[] = [];
  @property({type: Boolean}) busy = false;
  @state() private chosen: ReadonlyMap<number, number | null> = new Map();
  @query('h2') private readonly heading!: HTMLElement;

  override focus(): void {
    this.heading.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chosen = new Map(begun<[number, number | null][]>(this.step));
  }

  override render() {
    const open = this.items.length - this.answered;
    return html`
      <h2 tabindex="-1">What do you know by now?</h2>
      <p>Choose one answer each. If you do not know, say so: it counts as left open.</p>
      ${this.items.map((item, index) => this.item(item, index))}
      <div class="bar">
        <button class="primary" ?disabled=${this.busy} @click=${this.handIn}>Hand in</button>
        <span role="status">${this.answered} of ${this.items.length} answered${open > 0 ? `, ${open} left open` : ''}</span>
      </div>`;
  }

  private item(item: Item, index: number) {
    return html`
      <fieldset>
        <legend>${index + 1}. ${item.question}</legend>
        ${item.options.map((option, choice) => this.option(index, choice, option))}
        ${this.option(index, null, 'I don’t know')}
      </fieldset>`;
  }

  private option(index: number, choice: number | null, text: string) {
    return html`
      <label class=${choice === null ? 'unknown' : ''}>
        <input type="radio" name=${`item-${index}`} .checked=${this.chosen.get(index) === choice} @change=${() => this.choose(index, choice)}>
        <span>${text}</span>
      </label>`;
  }

  private choose(index: number, choice: number | null): void {
    this.chosen = new Map(this.chosen).set(index, choice);
    keep(this.step, [...this.chosen]);
  }

  private get answered(): number {
    return [...this.chosen.values()].filter((choice) => choice !== null).length;
  }

  private handIn(): void {
    const choices = this.items.map((_, index) => this.chosen.get(index) ?? null);
    this.dispatchEvent(new CustomEvent<(number | null)[]>('quiz-sat', {detail: choices}));
  }

  static override styles = [base, css`
    h2 { outline-offset: 4px; }
    fieldset { margin: 14px 0; padding: 8px 14px 10px; border: 1px solid var(--line); border-radius: var(--radius); min-width: 0; }
    legend { padding: 0 4px; font-weight: 600; overflow-wrap: anywhere; }
    label { display: flex; gap: 8px; align-items: baseline; padding: 6px 4px; color: var(--text); border-radius: var(--radius); overflow-wrap: anywhere; }
    label:hover { background: var(--hover); }
    label span { min-width: 0; white-space: pre-wrap; }
    label.unknown { color: var(--muted); }
    input { min-height: 0; flex: none; width: 16px; height: 16px; accent-color: var(--accent); }
  `];
}
