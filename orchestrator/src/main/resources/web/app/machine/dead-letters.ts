import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {may} from '../access/session';
import {get, post, remove} from '../api/api';
import {Paged} from '../api/paged';
import {count, time} from '../format/format';
import {base} from '../shell/base';
import '../shell/confirm-dialog';
import type {ConfirmDialog} from '../shell/confirm-dialog';
import {say} from '../shell/notice';
import '../shell/problem-note';
import {tables} from './tables';
import type {Letter, OpenedLetter} from './types';

/** Records that nobody could read: to be looked at, sent again, or dropped. */
@customElement('dead-letters')
export class DeadLetters extends LitElement {
  /** Changes when the letters do; the list is read anew then. */
  @property() version = '';
  @state() private opened: OpenedLetter | undefined;
  @state() private error: unknown;
  @state() private doomed: Letter | undefined;
  private readonly letters = new Paged<Letter>(this);
  @query('confirm-dialog') private readonly confirming!: ConfirmDialog;

  override willUpdate(changed: PropertyValues): void {
    this.letters.of('/api/dead-letters', {});
    if (changed.get('version')) this.letters.restart();
  }

  override render() {
    const {items, error, hasMore} = this.letters;
    return html`
      <h2>Dead letters</h2>
      <problem-note .error=${this.error ?? error}></problem-note>
      ${items.length ? this.table(items) : html`<p class="muted">None: every record could be read.</p>`}
      ${hasMore ? html`<button @click=${() => this.letters.more()}>Show more</button>` : nothing}
      <confirm-dialog question="Drop this dead letter?" action="Drop it" @confirmed=${this.drop}
        consequence="Its content is then only in the dead-letter topic, for as long as the broker keeps it."></confirm-dialog>`;
  }

  private table(letters: readonly Letter[]) {
    return html`<table>
      <thead><tr><th>Noticed</th><th>Topic, partition, offset</th><th>Reader</th><th>Reason</th><th class="number">Bytes</th><td></td></tr></thead>
      <tbody>${letters.map((letter) => this.row(letter))}</tbody></table>`;
  }

  private row(letter: Letter) {
    const {id, topic, partition, offset, size, reason, reader, noticed, resent} = letter;
    const open = this.opened?.letter.id === id;
    return html`
      <tr data-letter=${id}>
        <td>${time(noticed)}</td><td>${topic} ${partition} ${offset}</td><td>${reader}</td>
        <td>${reason}${resent ? html`<div class="muted">sent again ${time(resent)}</div>` : nothing}</td>
        <td class="number">${count(size)}</td>
        <td class="acts">
          <button aria-expanded=${open} @click=${() => (open ? (this.opened = undefined) : this.open(id))}>Content</button>
          ${may('admin') ? html`
            <button @click=${() => this.resend(letter)}>${resent ? 'Send once more' : 'Send again'}</button>
            <button class="danger" @click=${() => this.ask(letter)}>Drop</button>` : nothing}
        </td>
      </tr>
      ${open ? html`<tr><td colspan="6">${this.content(this.opened!)}</td></tr>` : nothing}`;
  }

  private content({value, text}: OpenedLetter) {
    if (value == null) return html`<p class="muted">It has no content.</p>`;
    return html`${text == null ? html`<p class="muted">It is no text; in base64:</p>` : nothing}
      <pre dir="auto" tabindex="0" role="group" aria-label="Content">${text ?? value}</pre>`;
  }

  private open(id: string): void {
    void this.attempt(async () => (this.opened = await get<OpenedLetter>(pathOf(id))));
  }

  private resend({id, resent}: Letter): void {
    void this.attempt(async () => {
      await post(`${pathOf(id)}/resend${resent ? '?again=true' : ''}`);
      say('It was sent again.');
      this.letters.restart();
    });
  }

  private ask(letter: Letter): void {
    this.doomed = letter;
    this.confirming.ask();
  }

  private drop(): void {
    void this.attempt(async () => {
      await remove(pathOf(this.doomed!.id));
      say('It was dropped.');
      this.letters.restart();
    });
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.error = undefined;
    try {
      await act();
    } catch (error) {
      this.error = error;
    }
  }

  static override styles = [base, tables, css`
    .acts { white-space: nowrap; text-align: right; }
    pre { margin: 4px 0; max-height: 320px; overflow: auto; font: 12.5px/1.45 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
  `];
}

function pathOf(id: string): string {
  return `/api/dead-letters/${encodeURIComponent(id)}`;
}
