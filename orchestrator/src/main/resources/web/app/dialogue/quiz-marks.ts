import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import {type Grid, type Group, type ItemRow, type Outcome, type Square} from './marks';

const SIGNS: Readonly<Record<Outcome, string>> = {right: '✓', wrong: '✗', unreadable: '?', some: '', none: '·'};
const WORDS: Readonly<Record<Outcome, string>> = {right: 'right', wrong: 'wrong', unreadable: 'unreadable', some: 'right in some sheets', none: 'not asked'};

/** The quiz after each turn: items by turns. An item opens to what was chosen (event `item`). */
@customElement('quiz-marks')
export class QuizMarks extends LitElement {
  @property({attribute: false}) grid!: Grid;
  /** The id of the item that is open. */
  @property({attribute: false}) open = '';

  override render() {
    const {turns, groups} = this.grid;
    return html`
      <h2>The quiz after each turn</h2>
      <p class="legend"><span class="right">✓</span> right <span class="wrong">✗</span> wrong <span class="unreadable">?</span> unreadable
        <span class="mark gained">▲</span> gained <span class="mark lost">▼</span> lost <span>·</span> not asked</p>
      <div class="scroll">
        <table>
          <thead>
            <tr><th scope="col">Item</th>${turns.map((turn) => html`<th scope="col"><a href="#turn-${turn}" aria-label="Turn ${turn}">${turn}</a></th>`)}</tr>
            <tr class="score"><th scope="row">% right</th>${turns.map((turn) => this.score(turn))}</tr>
          </thead>
          ${groups.map((group) => this.group(group, turns.length + 1))}
        </table>
      </div>`;
  }

  private score(turn: number) {
    const score = this.grid.scores.find((one) => one.turn === turn);
    return html`<td>${score ? Math.round(100 * score.share) : '·'}</td>`;
  }

  private group({level, rows}: Group, columns: number) {
    return html`<tbody>
      ${level ? html`<tr class="level"><th colspan=${columns} scope="rowgroup">${level}</th></tr>` : nothing}
      ${rows.map((row) => this.row(row, columns))}
    </tbody>`;
  }

  private row({item, number, squares}: ItemRow, columns: number): TemplateResult {
    const open = this.open === item.id;
    return html`
      <tr class=${open ? 'open' : ''} data-item=${item.id}>
        <th scope="row"><button class="plain" aria-expanded=${open} title=${item.question} @click=${() => this.choose(item.id)}>
          <span class="n">${number}</span><bdi>${item.question}</bdi></button></th>
        ${squares.map((square) => this.square(square))}
      </tr>
      ${open ? html`<tr class="detail"><td colspan=${columns}>${this.detail({item, number, squares})}</td></tr>` : nothing}`;
  }

  private square({outcome, flip, marks, turn}: Square) {
    const words = WORDS[outcome] + (flip ? `, ${flip}` : '');
    const sign = marks.length > 1 ? `${marks.filter(({right}) => right).length}/${marks.length}` : SIGNS[outcome];
    return html`<td class="${outcome} ${flip ?? ''}" title="Turn ${turn}: ${words}"><span aria-hidden="true">${sign}${flip
      ? html`<i class="mark ${flip}">${flip === 'gained' ? '▲' : '▼'}</i>` : nothing}</span><span class="visually-hidden">${words}</span></td>`;
  }

  private detail({item, squares}: ItemRow) {
    return html`
      <p class="question" dir="auto">${item.question}</p>
      <ol type="A">${item.options.map((option, place) => html`
        <li class=${place === item.key ? 'key' : ''}><bdi>${option}</bdi>${place === item.key ? html` <b>✓ key</b>` : nothing}
          ${this.chosen(squares, place)}</li>`)}</ol>
      ${this.chosen(squares, null)}`;
  }

  /** After which turns an option was chosen; null stands for what could not be read. */
  private chosen(squares: readonly Square[], place: number | null) {
    const turns = squares.filter(({marks}) => marks.some(({choice}) => choice === place)).map(({turn}) => turn);
    if (!turns.length) return nothing;
    const words = place === null ? 'No choice could be read after turn' : 'chosen after turn';
    return html`<span class="chosen">${words} ${turns.join(', ')}</span>`;
  }

  private choose(item: string): void {
    this.dispatchEvent(new CustomEvent<string>('item', {detail: item}));
  }

  static override styles = [base, css`
    h2 { margin: 6px 0 4px; }
    .legend { margin: 0 0 6px; font-size: 12px; color: var(--muted); }
    .legend span:not(:first-child) { margin-left: 8px; }
    .scroll { max-height: calc(100vh - 90px); overflow-y: auto; overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); }
    table { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; font-size: 13px; }
    thead { position: sticky; top: 0; z-index: 1; background: var(--raised); }
    th { font-weight: 500; text-align: left; }
    thead th, .score td { color: var(--muted); font-weight: 600; padding: 2px 0; }
    thead th:first-child { width: auto; padding-left: 8px; }
    thead th:not(:first-child), td { width: 34px; text-align: center; }
    thead a { display: block; color: var(--muted); }
    .score th, .score td { border-bottom: 1px solid var(--line); color: var(--text); font-size: 12px; }
    .level th { padding: 4px 8px 1px; font-size: 12px; font-weight: 600; color: var(--muted); }
    tbody tr:hover:not(.level):not(.detail), .open { background: var(--hover); }
    td { padding: 0; height: 24px; }
    tbody th { overflow: hidden; }
    tbody th .plain { display: flex; width: 100%; min-height: 24px; padding: 0 6px; gap: 6px; font-size: 13px; }
    tbody th .plain:focus-visible { outline-offset: -2px; }
    tbody bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .n { flex: none; width: 18px; text-align: right; color: var(--muted); }
    td > span { position: relative; }
    .right { color: var(--good); font-weight: 700; }
    .wrong { color: var(--bad); }
    .unreadable { color: var(--warn); font-weight: 700; }
    .none { color: var(--muted); }
    td.gained, td.lost { background: var(--selected); }
    .mark { font-size: 8px; font-style: normal; vertical-align: super; }
    .mark.gained { color: var(--good); }
    .mark.lost { color: var(--bad); }
    .legend .mark { font-size: 10px; vertical-align: baseline; }
    .detail td { height: auto; padding: 4px 12px 10px 36px; text-align: left; background: var(--hover); }
    .question { margin: 0 0 6px; overflow-wrap: anywhere; unicode-bidi: isolate; }
    ol { margin: 0; padding-left: 22px; }
    li { overflow-wrap: anywhere; }
    li bdi { white-space: normal; }
    .key b { color: var(--good); }
    .chosen { display: block; font-size: 12px; color: var(--muted); }
  `];
}
