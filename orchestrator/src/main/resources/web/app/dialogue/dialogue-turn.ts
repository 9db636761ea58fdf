import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {percent} from '../format/format';
import {base} from '../shell/base';
import './call-list';
import type {Score} from './marks';
import {speech} from './speech';
import type {Call, Candidate, Turn} from './types';

/** A turn of a dialogue; turn 0 is what came before any question. A click on its button asks for a fork (event `fork`). */
@customElement('dialogue-turn')
export class DialogueTurn extends LitElement {
  @property({type: Number}) turn = 0;
  @property({attribute: false}) said: Turn | undefined;
  @property({attribute: false}) lesson: string | null = null;
  @property({attribute: false}) stop: string | null = null;
  @property({attribute: false}) score: Score | undefined;
  @property({attribute: false}) calls: readonly Call[] | undefined;
  @property({type: Boolean}) forkable = false;
  /** Whether more is to come here. */
  @property({type: Boolean}) running = false;

  override render() {
    const label = this.turn ? `Turn ${this.turn}` : 'Before any question';
    return html`
      <header>
        <h2><a href="#turn-${this.turn}">${label}</a></h2>
        ${this.result()}
        ${this.forkable && this.said?.answer ? html`<button @click=${() => this.dispatchEvent(new Event('fork'))}>Fork from here<span class="visually-hidden">, ${label}</span></button>` : nothing}
      </header>
      ${this.lesson ? html`<div class="says teacher lesson"><h3>Lesson</h3>${speech(this.lesson)}</div>` : nothing}
      ${this.said ? this.exchange(this.said) : nothing}
      ${this.stop ? html`<div class="says student"><h3>Student, stopping</h3>${speech(this.stop)}</div>` : nothing}
      ${this.running ? html`<p class="muted" role="status">Going on…</p>` : nothing}
      ${this.calls?.length ? html`<call-list .calls=${this.calls}></call-list>` : nothing}`;
  }

  private result() {
    if (!this.score) return html`<span class="result muted">no quiz yet</span>`;
    const {right, all, share, gained, lost} = this.score;
    return html`<span class="result"><b>${percent(share)}%</b> <span class="muted">${right} of ${all} right</span>
      ${gained.length ? html`<span class="gained">▲ ${gained.length} gained</span>` : nothing}
      ${lost.length ? html`<span class="lost">▼ ${lost.length} lost</span>` : nothing}</span>`;
  }

  private exchange({question, answer, reply, candidates}: Turn) {
    return html`
      <div class="says student"><h3>Student</h3>${speech(question)}
        ${reply ? html`<details><summary>All that it wrote</summary>${speech(reply)}</details>` : nothing}
        ${candidates ? this.tried(candidates) : nothing}
      </div>
      ${answer == null
        ? html`<p class="muted">No answer${this.running ? ' yet' : ''}.</p>`
        : html`<div class="says teacher"><h3>Teacher</h3>${speech(answer)}</div>`}`;
  }

  private tried(candidates: readonly Candidate[]) {
    return html`<details><summary>${candidates.length} questions were tried</summary>
      <ol>${candidates.map(({number, question, answer, right, items, chosen}) => html`
        <li value=${number + 1}>
          <p class="verdict">${items ? html`${right} of ${items} right after it` : 'not scored'}${chosen ? html` <b class="chosen">✓ chosen</b>` : nothing}</p>
          ${speech(question)}
          ${answer ? html`<details><summary>Its answer</summary>${speech(answer)}</details>` : nothing}
        </li>`)}</ol></details>`;
  }

  static override styles = [base, css`
    :host { border-bottom: 1px solid var(--line); padding: 0 0 12px; margin-bottom: 12px; scroll-margin-top: 0; }
    header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 2px 14px; min-height: 38px; background: var(--paper); }
    h2 { margin: 0; }
    h2 a { color: var(--text); text-decoration: none; }
    h2 a:hover { text-decoration: underline; }
    h3 { margin: 0 0 2px; font-size: 12px; font-weight: 600; color: var(--muted); }
    button { margin-left: auto; min-height: 26px; padding: 1px 8px; font-size: 13px; }
    .result { font-size: 13px; }
    .result > span { margin-left: 6px; }
    .gained, .chosen { color: var(--good); }
    .lost { color: var(--bad); }
    .says { max-width: 68ch; width: fit-content; margin: 6px 0; padding: 8px 12px; border: 1px solid var(--line); border-radius: 10px; }
    .student { margin-left: auto; background: var(--selected); border-color: transparent; border-bottom-right-radius: 2px; min-width: 200px; }
    .teacher { background: var(--raised); border-bottom-left-radius: 2px; margin-right: 32px; }
    .student { max-width: calc(100% - 32px); }
    .speech { margin: 0; max-width: 68ch; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    details { margin-top: 6px; }
    summary { cursor: pointer; font-size: 13px; color: var(--muted); width: fit-content; }
    details .speech { margin-top: 4px; }
    ol { margin: 6px 0 0; padding-left: 24px; }
    li { margin-bottom: 8px; }
    .verdict { margin: 0; font-size: 13px; color: var(--muted); }
  `];
}
