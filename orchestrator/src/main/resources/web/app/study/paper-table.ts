import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {NOTHING, count, percent, points} from '../format/format';
import {base} from '../shell/base';
import type {PaperRow} from './paper-rows';

/** The results in the layout of the paper. */
@customElement('paper-table')
export class PaperTable extends LitElement {
  @property({attribute: false}) rows: readonly PaperRow[] = [];

  private get hasModes(): boolean {
    return new Set(this.rows.map(({mode}) => mode)).size > 1;
  }

  override render() {
    return html`
      <h2 id="paper">Accuracy in per cent before and after the dialogue</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="paper">
        <table>
          <thead>
            <tr>
              <td colspan=${this.hasModes ? 4 : 3}></td>
              <th colspan="2" scope="colgroup" class="group">no lesson</th><th colspan="2" scope="colgroup" class="group">lesson</th>
              <td colspan="2" class="group"></td>
            </tr>
            <tr>
              <th scope="col">Student</th><th scope="col">Teacher</th><th scope="col">Lesson by</th>
              ${this.hasModes ? html`<th scope="col">Quiz</th>` : nothing}
              <th scope="col" class="number group">start</th><th scope="col" class="number">end (gain)</th>
              <th scope="col" class="number group">start</th><th scope="col" class="number">end (gain)</th>
              <th scope="col" class="number group">teacher bound</th><th scope="col" class="number">n</th>
            </tr>
          </thead>
          <tbody>${this.rows.map((row) => this.row(row))}</tbody>
        </table>
      </div>`;
  }

  private row(row: PaperRow) {
    return html`
      <tr>
        <th scope="row">${row.student}</th><td>${row.teacher ?? NOTHING}</td><td>${row.author ?? NOTHING}</td>
        ${this.hasModes ? html`<td>${row.mode}</td>` : nothing}
        <td class="number group">${percent(row.start)}</td><td class="number">${end(row.end, row.gain)}</td>
        <td class="number group">${percent(row.lessonStart)}</td><td class="number">${end(row.lessonEnd, row.lessonGain)}</td>
        <td class="number group">${percent(row.bound)}</td><td class="number">${numbers(row.n)}</td>
      </tr>`;
  }

  static override styles = [base, css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 13.5px; min-width: 60%; }
    th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; font-weight: 400; }
    thead th { font-weight: 600; color: var(--muted); font-size: 13px; }
    tbody th { font-weight: 550; }
    tbody tr:hover { background: var(--hover); }
    .number { text-align: right; }
    .group { border-left: 1px solid var(--line); }
  `];
}

function end(share: number | null, gain: number | null): string {
  return share == null ? NOTHING : `${percent(share)} (${points(gain)})`;
}

function numbers(n: PaperRow['n']): string {
  if (!n) return NOTHING;
  return n[0] === n[1] ? count(n[0]) : `${count(n[0])}–${count(n[1])}`;
}
