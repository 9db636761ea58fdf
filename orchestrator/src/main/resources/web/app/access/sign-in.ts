import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {address} from '../api/api';
import {base} from '../shell/base';
import '../shell/problem-note';
import type {Session} from './session';

/** Asks who is there: by a key, or at the provider of single sign-on. */
@customElement('sign-in')
export class SignIn extends LitElement {
  @property({attribute: false}) session!: Session;
  @state() private error: unknown;
  @state() private busy = false;
  @query('input') private readonly key!: HTMLInputElement;

  override render() {
    const {name, provider} = this.session.state!;
    return html`
      <h1>Sign in</h1>
      ${new URLSearchParams(location.search).get('sign-in') === 'refused'
        ? html`<p role="alert">${provider ?? 'The provider'} did not sign you in.</p>` : nothing}
      ${name ? html`<p role="alert">${name} is signed in, but has no role that lets anybody read here. Who administers this
        Interact can give one.</p>` : nothing}
      ${provider ? html`<p><a class="button" href=${address('/api/session/start', {to: location.pathname})}>Continue with ${provider}</a></p>` : nothing}
      <form class="bar" @submit=${this.submit}>
        <label>${provider ? 'Or with a key' : 'Key'} <input type="password" name="key" required autocomplete="current-password"></label>
        <button class="primary" ?disabled=${this.busy}>Sign in</button>
      </form>
      <p class="muted">A key begins with <code>interact_</code>. Who administers this Interact makes one with <code>interact keys create</code>.</p>
      <problem-note .error=${this.error}></problem-note>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.busy = true;
    this.error = undefined;
    try {
      await this.session.signIn(this.key.value);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  static override styles = [base, css`
    :host { max-width: 560px; margin: 8vh auto 0; }
    input { width: 320px; max-width: 100%; margin-left: 6px; }
  `];
}
