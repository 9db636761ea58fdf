import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {State} from '../api/types';
import {base} from '../shell/base';

/** Where a study is, as a word with a colour. */
@customElement('state-badge')
export class StateBadge extends LitElement {
  @property({reflect: true}) state: State = 'running';

  override render() {
    return html`<span><i aria-hidden="true"></i>${this.state}</span>`;
  }

  static override styles = [base, css`
    :host { display: inline-block; font-size: 13px; --tone: var(--muted); }
    :host([state="running"]) { --tone: var(--accent); }
    :host([state="finished"]) { --tone: var(--good); }
    :host([state="paused"]) { --tone: var(--warn); }
    :host([state="cancelled"]) { --tone: var(--muted); }
    span { color: var(--tone); font-weight: 600; }
    i { display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; background: var(--tone); }
    :host([state="paused"]) i { border-radius: 1px; }
    :host([state="cancelled"]) i { background: none; border: 1.5px solid var(--tone); }
  `];
}
