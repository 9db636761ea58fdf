import {LitElement, css, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {base} from './base';

/** Asks before something is done (event `confirmed`). */
@customElement('confirm-dialog')
export class ConfirmDialog extends LitElement {
  @property() question = '';
  @property() consequence = '';
  @property() action = 'OK';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  ask(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="question">
        <h2 id="question">${this.question}</h2>
        <p>${this.consequence}</p>
        <div class="bar">
          <button @click=${() => this.dialog.close()}>Go back</button>
          <button class="danger" @click=${this.confirm}>${this.action}</button>
        </div>
      </dialog>`;
  }

  private confirm(): void {
    this.dialog.close();
    this.dispatchEvent(new Event('confirmed'));
  }

  static override styles = [base, css`
    :host { display: contents; }
    dialog {
      max-width: min(440px, calc(100vw - 32px)); padding: 20px 24px; color: var(--text); background: var(--paper);
      border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 10px 40px rgb(0 0 0 / .3); white-space: normal;
    }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    h2 { margin: 0 0 8px; font-size: 16px; overflow-wrap: anywhere; }
    .bar { justify-content: flex-end; margin: 18px 0 0; }
  `];
}
