import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {get, type Page} from '../api/api';
import type {Cell, StudyView} from '../api/types';
import {compact, count, money, percent, points} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {nameOf} from './arms';
import {paperRows} from './paper-rows';
import './paper-table';
import {Refreshed} from './refreshed';

const COLUMNS = ['Planned', 'Running', 'Finished', 'Failed', 'n', 'Start', 'End', 'Gain', 'Calls', 'Tokens', 'Cost', 'Cost/point'];
const FORMATS = ['csv', 'parquet', 'jsonl'];
const TABLES = ['dialogues', 'turns', 'answers', 'calls', 'concepts', 'studies'];

/** The results as tables: that of the paper, and every cell with what it cost. */
@customElement('results-tab')
export class ResultsTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly cells = new Refreshed<Page<Cell>>(this, (signal) => get(`${this.path}/cells`, {}, signal));

  private get path(): string {
    return `/api/studies/${encodeURIComponent(this.view.study.id)}`;
  }

  override willUpdate(): void {
    const {study, dialogues} = this.view;
    this.cells.keep(study.id, dialogues.finished + dialogues.failed);
  }

  override render() {
    const cells = this.cells.value?.items;
    return html`
      <problem-note .error=${this.cells.error}></problem-note>
      ${cells ? html`<paper-table .rows=${paperRows(cells)}></paper-table>${this.all(cells)}` : nothing}
      ${this.downloads()}`;
  }

  private all(cells: readonly Cell[]) {
    return html`
      <h2 id="cells">All cells</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="cells">
        <table>
          <thead><tr><th scope="col">Cell</th>${COLUMNS.map((label) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
          <tbody>${cells.map((cell) => this.cell(cell, cells))}</tbody>
        </table>
      </div>
      <p class="muted">Gain in points. Cost per point: what a percentage point of the gain cost; none where nothing was gained.
        A call that cells share counts in each.</p>`;
  }

  private cell(cell: Cell, cells: readonly Cell[]) {
    const [first, last] = [cell.curve[0], cell.curve.at(-1)];
    const figures = [
      count(cell.planned), count(cell.running), count(cell.finished),
      cell.failed ? html`<span class="bad">${count(cell.failed)}</span>` : '0',
      count(first?.n), percent(first?.mean), percent(cell.gain == null ? null : last?.mean), points(cell.gain), count(cell.calls),
      compact(cell.tokens.input + cell.tokens.output), money(cell.cost), money(cell.cost_per_point),
    ];
    return html`
      <tr>
        <th scope="row"><a href="?tab=dialogues&arm=${encodeURIComponent(cell.id)}">${nameOf(cell, cells)}</a></th>
        ${figures.map((figure) => html`<td class="number">${figure}</td>`)}
      </tr>`;
  }

  private downloads() {
    return html`
      <h2>Downloads</h2>
      <ul>${TABLES.map((table) => html`<li>${table}
        ${FORMATS.map((format) => html`
          <a class="button" download href="${this.path}/tables/${table}.${format}" aria-label="${table} as ${format}">${format}</a>`)}</li>`)}</ul>`;
  }

  static override styles = [base, css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 13.5px; min-width: 60%; }
    th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; font-weight: 400; }
    thead th { font-weight: 600; color: var(--muted); font-size: 13px; }
    tbody th { font-weight: 550; }
    tbody tr:hover { background: var(--hover); }
    .number { text-align: right; }
    .bad { color: var(--bad); font-weight: 600; }
    ul { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 0; padding: 0; list-style: none; }
    .button { font-size: 13px; min-height: 26px; padding: 1px 8px; }
  `];
}
