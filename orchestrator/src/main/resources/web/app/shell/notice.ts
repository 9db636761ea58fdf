import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {base} from './base';

/** Something that has happened, and how to take it back. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
}

const EVENT = 'interact-notice';
const SHOWN_MILLISECONDS = 12_000;

/** Says what has happened, for some seconds. */
export function say(text: string, undo?: () => void): void {
  dispatchEvent(new CustomEvent<Notice>(EVENT, {detail: undo ? {text, undo} : {text}}));
}

/** Where it is said. */
@customElement('notice-bar')
export class NoticeBar extends LitElement {
  @state() private notice: Notice | undefined;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(EVENT, this.told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(EVENT, this.told);
    clearTimeout(this.timer);
  }

  private readonly told = (event: Event) => {
    this.notice = (event as CustomEvent<Notice>).detail;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.notice = undefined), SHOWN_MILLISECONDS);
  };

  override render() {
    return html`<div role="status">${this.notice
      ? html`<p>${this.notice.text} ${this.notice.undo ? html`<button @click=${this.undo}>Undo</button>` : nothing}</p>`
      : nothing}</div>`;
  }

  private undo(): void {
    this.notice?.undo?.();
    this.notice = undefined;
  }

  static override styles = [base, css`
    div { position: fixed; bottom: 20px; left: 50%; transform: translateX(-50%); z-index: 20; max-width: calc(100vw - 24px); }
    p {
      display: flex; align-items: center; gap: 16px; margin: 0; padding: 8px 14px; border-radius: var(--radius);
      background: var(--text); color: var(--paper); box-shadow: 0 4px 16px rgb(0 0 0 / .25);
    }
    button { background: none; color: inherit; border-color: currentColor; }
    button:hover:enabled { background: none; text-decoration: underline; }
    :focus-visible { outline-color: var(--paper); }
  `];
}
