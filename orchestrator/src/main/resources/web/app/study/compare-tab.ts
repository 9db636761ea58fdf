import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {get, type Page} from '../api/api';
import type {Axes, Cell, ComparedTurn, StudyView} from '../api/types';
import '../chart/curve-chart';
import '../chart/curve-legend';
import {lookOf} from '../chart/palette';
import type {Series} from '../chart/series';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import {armsOf, nameOf} from './arms';
import './difference-table';
import './other-study';
import {lines, range} from './panels';
import {Refreshed} from './refreshed';

type Side = 'a' | 'b';

/** Two cells, of one study or of two: their curves, and how far they are apart after each turn. */
@customElement('compare-tab')
export class CompareTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly address = new Address(this);
  private readonly cells = new Refreshed<Page<Cell>>(this, (signal) => get(`${pathOf(this.other)}/cells`, {}, signal));
  private readonly comparison = new Refreshed<Page<ComparedTurn>>(this, (signal) =>
    get(`${pathOf(this.view.study.id)}/comparison`, {a: this.chosen('a'), b: this.chosen('b'), with: this.other}, signal));

  private chosen(side: Side): string {
    return this.address.query(side);
  }

  private get other(): string {
    return this.address.query('with');
  }

  private get isChosen(): boolean {
    return Boolean(this.chosen('a') && this.chosen('b'));
  }

  override willUpdate(): void {
    if (this.other) this.cells.keep(this.other, '');
    if (!this.isChosen) return;
    const {study, dialogues} = this.view;
    this.comparison.keep([study.id, this.other, this.chosen('a'), this.chosen('b')].join(' '), dialogues.finished);
  }

  override render() {
    return html`
      <div class="bar">
        ${this.select('a', 'First', armsOf(this.view))}
        ${this.select('b', 'Second', this.seconds())}
        <other-study none="this one" .study=${this.view.study.id} .chosen=${this.other}
          @chosen=${(event: CustomEvent<string>) => setQuery({with: event.detail, b: null})}></other-study>
      </div>
      ${this.isChosen ? this.compared() : html`<p class="muted">Choose two cells. The second may be of another study.</p>`}`;
  }

  private seconds(): readonly (readonly [string, Axes])[] {
    if (!this.other) return armsOf(this.view);
    return (this.cells.value?.items ?? []).map((cell) => [cell.id, cell]);
  }

  private compared() {
    const series = this.series();
    return html`
      <problem-note .error=${this.cells.error ?? this.comparison.error}></problem-note>
      <div class="two">
        <div>
          <curve-legend .series=${series} fixed></curve-legend>
          <curve-chart .series=${series} .range=${range([{heading: '', series}])} .turns=${this.view.study.turns}></curve-chart>
        </div>
        ${this.comparison.value ? html`<difference-table .turns=${this.comparison.value.items}></difference-table>` : nothing}
      </div>`;
  }

  private series(): Series[] {
    const own = lines(this.view);
    const first = own.filter(({id}) => id === this.chosen('a'));
    if (!this.other) return [...first, ...own.filter(({id}) => id === this.chosen('b') && id !== this.chosen('a'))];
    const cells = this.cells.value?.items ?? [];
    const second = cells.filter(({id}) => id === this.chosen('b'));
    return [...first, ...second.map((cell) => ({
      id: `other ${cell.id}`, label: `${nameOf(cell, cells)} (other study)`, look: lookOf(7, 1), points: cell.curve,
    }))];
  }

  private select(side: Side, label: string, arms: readonly (readonly [string, Axes])[]) {
    const all = arms.map(([, arm]) => arm);
    return html`
      <label>${label}
        <select @change=${(event: Event) => setQuery({[side]: (event.target as HTMLSelectElement).value})}>
          <option value="">choose a cell</option>
          ${arms.map(([id, arm]) => html`<option value=${id} ?selected=${id === this.chosen(side)}>${nameOf(arm, all)}</option>`)}
        </select>
      </label>`;
  }

  static override styles = [base, css`
    label { display: inline-flex; align-items: center; gap: 6px; }
    select { max-width: 300px; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr)); gap: 16px 32px; align-items: start; }
    .two > * { min-width: 0; }
  `];
}

function pathOf(study: string): string {
  return `/api/studies/${encodeURIComponent(study)}`;
}
