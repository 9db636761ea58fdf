import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ComparedTurn} from '../api/types';
import {NOTHING, count, percent, points, probability} from '../format/format';
import {base} from '../shell/base';

const HEADERS = ['First', 'Second', 'First less second', 'Interval of 95 %', 'p', 'n'];

/** How far two cells are apart after each turn. */
@customElement('difference-table')
export class DifferenceTable extends LitElement {
  @property({attribute: false}) turns: readonly ComparedTurn[] = [];

  override render() {
    const notes = [...new Set(this.turns.flatMap(({note}) => note ?? []))];
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Differences by turn">
        <table>
          <thead><tr><th scope="col">Turn</th>${HEADERS.map((label) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
          <tbody>${this.turns.map((turn) => this.row(turn))}</tbody>
        </table>
      </div>
      <p class="muted">Differences in percentage points, over the concepts that both have. Each p is of its turn alone: it knows of no
        other comparison.</p>
      ${notes.map((note) => html`<p>${note}</p>`)}`;
  }

  private row({turn, a, b, difference, low, high, p, n}: ComparedTurn) {
    const interval = low == null ? NOTHING : `${points(low)} to ${points(high)}`;
    return html`
      <tr>
        <th scope="row">${turn}</th><td class="number">${percent(a)}</td><td class="number">${percent(b)}</td>
        <td class="number"><strong>${points(difference)}</strong></td><td class="number">${interval}</td>
        <td class="number">${probability(p)}</td><td class="number">${count(n)}</td>
      </tr>`;
  }

  static override styles = [base, css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; font-weight: 400; }
    .number { text-align: right; }
    thead th { font-weight: 600; color: var(--muted); font-size: 13px; }
  `];
}
