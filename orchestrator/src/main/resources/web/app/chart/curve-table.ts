import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {NOTHING, percent} from '../format/format';
import {base} from '../shell/base';
import {turnsOf, type Series} from './series';

/** The figures of a chart. */
@customElement('curve-table')
export class CurveTable extends LitElement {
  @property({attribute: false}) series: readonly Series[] = [];
  @property() caption = '';

  override render() {
    const turns = turnsOf(this.series);
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.caption}>
        <table>
          <caption class="visually-hidden">${this.caption}</caption>
          <thead><tr><th scope="col">Arm</th>${turns.map((turn) => html`<th scope="col">Turn ${turn}</th>`)}</tr></thead>
          <tbody>${this.series.map((line) => this.row(line, turns))}</tbody>
        </table>
      </div>`;
  }

  private row(line: Series, turns: readonly number[]) {
    const points = new Map(line.points.map((point) => [point.turn, point]));
    return html`<tr><th scope="row">${line.label}</th>${turns.map((turn) => this.cell(points.get(turn)))}</tr>`;
  }

  private cell(point: Series['points'][number] | undefined) {
    if (!point) return html`<td>${NOTHING}</td>`;
    const interval = point.low == null ? '' : ` (${percent(point.low)} to ${percent(point.high)})`;
    return html`<td>${percent(point.mean)}<span class="muted">${interval}, n=${point.n}</span></td>`;
  }

  static override styles = [base, css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 13px; margin: 6px 0; }
    th, td { padding: 3px 12px 3px 0; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--line); }
    th { font-weight: 600; }
  `];
}
