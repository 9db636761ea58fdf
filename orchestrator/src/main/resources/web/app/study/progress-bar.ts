import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Dialogues} from '../api/types';
import {count} from '../format/format';
import {base} from '../shell/base';

/** How many dialogues are over, failed and under way, of all. */
@customElement('progress-bar')
export class ProgressBar extends LitElement {
  @property({attribute: false}) dialogues: Dialogues = {finished: 0, failed: 0, total: 0};

  override render() {
    const {finished, failed, running = 0, total} = this.dialogues;
    const over = finished + failed;
    const text = `${count(over)} of ${count(total)} over, ${count(failed)} failed`;
    return html`
      <div class="track" role="progressbar" aria-label="Dialogues" aria-valuemin="0" aria-valuemax=${Math.max(1, total)}
          aria-valuenow=${over} aria-valuetext=${text} title=${text}>
        ${this.segment('finished', finished)}${this.segment('failed', failed)}${this.segment('running', running)}
      </div>
      <span class="share">${shareOver(this.dialogues)}</span>`;
  }

  private segment(name: string, number: number) {
    return number ? html`<div class=${name} .style=${`width: ${(100 * number) / this.dialogues.total}%`}></div>` : nothing;
  }

  static override styles = [base, css`
    :host { display: flex; align-items: center; gap: 8px; }
    .track { flex: 1; min-width: 40px; display: flex; height: 8px; border-radius: 4px; overflow: hidden; background: var(--line); }
    .track div { transition: width .3s; }
    .finished { background: var(--bar); }
    .failed { background: var(--bad); }
    .running { background: color-mix(in srgb, var(--bar) 40%, transparent); }
    .share { min-width: 38px; text-align: right; font-size: 13px; }
    @media (prefers-reduced-motion: reduce) { .track div { transition: none; } }
  `];
}

/** The share that is over; 100 % only where nothing is left. */
function shareOver({finished, failed, total}: Dialogues): string {
  return total ? `${Math.floor((100 * (finished + failed)) / total)} %` : '0 %';
}
