import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import {say} from '../shell/notice';
import type {Session} from './session';

/** Who is signed in, and the way out; nothing where everybody may do everything. */
@customElement('signed-in')
export class SignedIn extends LitElement {
  @property({attribute: false}) session!: Session;
  /** Makes it look anew: the session is the same object. */
  @property({attribute: false}) state: Session['state'];

  override render() {
    const state = this.session.state;
    if (!state || state.open || !state.name) return nothing;
    return html`<span>${state.name}${state.scope ? html` <span class="muted">(${state.scope})</span>` : nothing}</span>
      <button @click=${this.leave}>Sign out</button>`;
  }

  private async leave(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }

  static override styles = [base, css`
    :host { display: inline-flex; align-items: center; gap: 8px; font-size: 13px; }
    button { font-size: 13px; padding: 1px 9px; min-height: 26px; }
  `];
}
