import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import type {Connection} from './stream';

const WORDS: Record<Connection, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'The orchestrator does not answer; trying again…',
};

/** Says whether what is shown is what is. */
@customElement('live-state')
export class LiveState extends LitElement {
  @property({reflect: true}) connection: Connection = 'connecting';

  override render() {
    return html`<span role="status"><i aria-hidden="true"></i>${WORDS[this.connection]}</span>`;
  }

  static override styles = [base, css`
    :host { display: inline-block; font-size: 13px; color: var(--muted); }
    i { display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 6px; background: var(--control); }
    :host([connection="live"]) i { background: var(--good); }
    :host([connection="reconnecting"]) i { background: var(--warn); }
  `];
}
