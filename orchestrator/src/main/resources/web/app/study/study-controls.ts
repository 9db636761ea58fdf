import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {may} from '../access/session';
import {base} from '../shell/base';
import '../shell/confirm-dialog';
import type {ConfirmDialog} from '../shell/confirm-dialog';
import {say} from '../shell/notice';
import {ask, wishes, words, type Controlled, type Wish} from './control';

/** Pauses, resumes, cancels and retries a study (event `changed`). What costs or ends something asks first. */
@customElement('study-controls')
export class StudyControls extends LitElement {
  @property({attribute: false}) study!: Controlled;
  @state() private asked: Wish = 'cancel';
  @state() private busy = false;
  @query('confirm-dialog') private readonly dialog!: ConfirmDialog;

  override render() {
    if (!may('run')) return nothing;
    const asked = words(this.asked, this.study);
    return html`
      ${wishes(this.study).map((wish) => html`
        <button ?disabled=${this.busy} aria-label="${words(wish, this.study).label}: ${this.study.name}"
          @click=${(event: Event) => this.want(event, wish)}>${words(wish, this.study).label}</button>`)}
      <confirm-dialog .question=${asked.question ?? ''} .consequence=${asked.consequence ?? ''} .action=${asked.confirm ?? asked.label}
        @confirmed=${() => this.act(this.asked)}></confirm-dialog>`;
  }

  private async want(event: Event, wish: Wish): Promise<void> {
    event.stopPropagation();
    if (!words(wish, this.study).question) return this.act(wish);
    this.asked = wish;
    await this.updateComplete;
    this.dialog.ask();
  }

  private async act(wish: Wish): Promise<void> {
    const {done, undo} = words(wish, this.study);
    this.busy = true;
    try {
      await ask(this.study.id, wish);
      say(done, undo && (() => void this.act(undo)));
      this.dispatchEvent(new Event('changed', {bubbles: true, composed: true}));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      this.busy = false;
    }
  }

  static override styles = [base, css`
    :host { display: inline-flex; gap: 6px; }
    button { font-size: 13px; padding: 1px 9px; min-height: 26px; }
  `];
}
