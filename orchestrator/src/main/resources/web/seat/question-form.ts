import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {base} from '../app/shell/base';
import {begun, keep} from './draft';

const LONGEST = 4000;
const NEAR = 3500;

/** Asks for a question; fires `question-asked` with its text. */
@customElement('question-form')
export class QuestionForm extends LitElement {
  /** What the draft is kept by. */
  @property() step = '';
  @property() instruction: string | null = null;
  @property({type: Boolean}) busy = false;
  @state() private text = '';
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  override focus(): void {
    this.field.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = begun<string>(this.step) ?? '';
  }

  override render() {
    return html`
      <label for="question">Your next question to the teacher</label>
      ${this.instruction === null ? nothing : html`
        <div id="how"><p class="muted">How to come to it:</p><div class="how">${this.instruction}</div></div>`}
      <textarea id="question" rows="3" maxlength=${LONGEST} aria-describedby="keys" .value=${this.text}
        @input=${this.type} @keydown=${this.press}></textarea>
      <div class="bar">
        <button class="primary" ?disabled=${this.busy || this.text.trim() === ''} @click=${this.ask}>Ask</button>
        <span id="keys" class="muted">Enter asks, Shift+Enter begins a new line.</span>
        ${this.text.length < NEAR ? nothing : html`<span class="muted" role="status">${this.text.length} of ${LONGEST} characters</span>`}
      </div>`;
  }

  private type(): void {
    this.text = this.field.value;
    keep(this.step, this.text);
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.ask();
    }
  }

  private ask(): void {
    if (this.busy || this.text.trim() === '') return;
    this.dispatchEvent(new CustomEvent<string>('question-asked', {detail: this.text}));
  }

  static override styles = [base, css`
    label { display: block; margin: 12px 0 4px; font-weight: 600; color: var(--text); }
    .how { white-space: pre-wrap; overflow-wrap: anywhere; padding: 8px 12px; margin-bottom: 8px; background: var(--raised); border-radius: var(--radius); }
    textarea {
      width: 100%; font: inherit; font-size: 16px; color: var(--text); background: var(--paper); border: 1px solid var(--control);
      border-radius: var(--radius); padding: 8px 10px; resize: vertical;
    }
  `];
}
