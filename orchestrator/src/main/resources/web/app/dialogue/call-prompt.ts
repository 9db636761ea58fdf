import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, isAborted} from '../api/api';
import {count} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import type {Prompt} from './types';

/** What the model of a call was shown, and what it replied. */
@customElement('call-prompt')
export class CallPrompt extends LitElement {
  @property({attribute: false}) call = '';
  @state() private prompt: Prompt | undefined;
  @state() private error: unknown;
  private request: AbortController | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('call')) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  private async load(): Promise<void> {
    this.request?.abort();
    this.request = new AbortController();
    this.prompt = undefined;
    this.error = undefined;
    try {
      this.prompt = await get<Prompt>(`/api/calls/${encodeURIComponent(this.call)}`, {}, this.request.signal);
    } catch (error) {
      if (!isAborted(error)) this.error = error;
    }
  }

  override render() {
    if (this.error) return html`<problem-note .error=${this.error}></problem-note>`;
    if (!this.prompt) return html`<p class="muted" role="status">Loading the prompt…</p>`;
    return html`
      ${this.prompt.messages.map(({role, text, images}) => html`
        <h3>${role}</h3>
        ${images.map(({media_type, hash, bytes}) => html`<p class="muted">An image (${media_type}, ${count(bytes)} bytes, ${hash.slice(0, 12)})</p>`)}
        <pre dir="auto" tabindex="0" role="group" aria-label="Message of ${role}">${text}</pre>`)}
      ${this.prompt.reply == null ? nothing : html`<h3>reply</h3><pre dir="auto" tabindex="0" role="group" aria-label="Reply">${this.prompt.reply}</pre>`}`;
  }

  static override styles = [base, css`
    h3 { margin: 8px 0 2px; font-size: 12px; color: var(--muted); }
    pre {
      margin: 0; padding: 6px 10px; max-height: 320px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius);
      background: var(--paper); font: 12.5px/1.45 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate;
    }
  `];
}
