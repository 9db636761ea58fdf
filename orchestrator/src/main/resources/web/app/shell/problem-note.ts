import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ApiError, isAborted} from '../api/api';
import {base} from './base';

/** Says what went wrong, in the words of the API. */
@customElement('problem-note')
export class ProblemNote extends LitElement {
  @property({attribute: false}) error: unknown;

  override render() {
    if (!this.error || isAborted(this.error)) return nothing;
    return html`<div role="alert"><strong>${this.error instanceof ApiError ? this.error.title : 'Something failed'}</strong>
      ${this.error instanceof Error ? this.error.message : String(this.error)}</div>`;
  }

  static override styles = [base, css`
    div { margin: 12px 0; padding: 8px 12px; border: 1px solid var(--bad); border-left-width: 4px; border-radius: var(--radius); overflow-wrap: anywhere; }
    strong { color: var(--bad); margin-right: 6px; }
  `];
}
