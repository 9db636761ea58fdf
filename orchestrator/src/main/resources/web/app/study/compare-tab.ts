import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {get, type Page} from '../api/api';
import type {ComparedTurn, StudyView} from '../api/types';
import '../chart/curve-chart';
import {NOTHING, count, percent, points, probability} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import {armsOf, nameOf} from './arms';
import {lines, range} from './panels';
import {Refreshed} from './refreshed';

/** Two cells of a study: their curves, and how far they are apart after each turn. */
@customElement('compare-tab')
export class CompareTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly address = new Address(this);
  private readonly comparison = new Refreshed<Page<ComparedTurn>>(this, (signal) =>
    get(`/api/studies/${encodeURIComponent(this.view.study.id)}/comparison`, {a: this.chosen('a'), b: this.chosen('b')}, signal));

  private chosen(side: 'a' | 'b'): string {
    return this.address.query(side);
  }

  private get isChosen(): boolean {
    return Boolean(this.chosen('a') && this.chosen('b'));
  }

  override willUpdate(): void {
    if (!this.isChosen) return;
    const {study, dialogues} = this.view;
    this.comparison.keep([study.id, this.chosen('a'), this.chosen('b')].join(' '), dialogues.finished);
  }

  override render() {
    return html`
      <div class="bar">${this.select('a', 'From')}${this.select('b', 'To')}
        <button ?disabled=${!this.isChosen} @click=${() => setQuery({a: this.chosen('b'), b: this.chosen('a')})}>Swap</button></div>
      ${this.isChosen ? html`
        <problem-note .error=${this.comparison.error}></problem-note>
        <div class="two">${this.curves()}${this.comparison.value ? this.table(this.comparison.value.items) : nothing}</div>`
        : html`<p class="muted">Choose two cells.</p>`}`;
  }

  private select(side: 'a' | 'b', label: string) {
    const arms = armsOf(this.view);
    const all = arms.map(([, arm]) => arm);
    return html`
      <label>${label}
        <select @change=${(event: Event) => setQuery({[side]: (event.target as HTMLSelectElement).value})}>
          <option value="">choose a cell</option>
          ${arms.map(([id, arm]) => html`<option value=${id} ?selected=${id === this.chosen(side)}>${nameOf(arm, all)}</option>`)}
        </select>
      </label>`;
  }

  private curves() {
    const series = lines(this.view).filter(({id}) => id === this.chosen('a') || id === this.chosen('b'));
    return html`<div>
      <curve-legend .series=${series}></curve-legend>
      <curve-chart .series=${series} .range=${range([{heading: '', series}])} .turns=${this.view.study.turns}></curve-chart></div>`;
  }

  private table(turns: readonly ComparedTurn[]) {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Differences by turn"><table>
        <thead><tr><th scope="col">Turn</th>${['From', 'To', 'Difference', 'Interval of 95 %', 'p', 'n'].map((label) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
        <tbody>${turns.map(({turn, a, b, difference, low, high, p, n}) => html`
          <tr><th scope="row">${turn}</th><td class="number">${percent(a)}</td><td class="number">${percent(b)}</td>
            <td class="number"><strong>${points(difference)}</strong></td>
            <td class="number">${low == null ? NOTHING : `${points(low)} to ${points(high)}`}</td>
            <td class="number">${probability(p)}</td><td class="number">${count(n)}</td></tr>`)}</tbody>
      </table>
      <p class="muted">Differences in percentage points, over the concepts that both have. Each p is of its turn alone: it knows of no other comparison.</p></div>`;
  }

  static override styles = [base, css`
    label { display: inline-flex; align-items: center; gap: 6px; }
    select { max-width: 340px; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr)); gap: 16px 32px; align-items: start; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; font-weight: 400; }
    .number { text-align: right; }
    thead th { font-weight: 600; color: var(--muted); font-size: 13px; }
  `];
}
