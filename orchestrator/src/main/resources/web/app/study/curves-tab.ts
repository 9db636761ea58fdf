import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {StudyView} from '../api/types';
import '../chart/curve-chart';
import {base} from '../shell/base';
import {Address, setQuery} from '../shell/router';
import {armsOf} from './arms';
import {lines, panels, range, viewsOf, type By} from './panels';

const LABELS: Record<By, string> = {
  all: 'in one chart', condition: 'by condition', student: 'by student', teacher: 'by teacher', domain: 'by domain', level: 'by level',
};

/** Learning curves that move while the study runs. */
@customElement('curves-tab')
export class CurvesTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly address = new Address(this);

  override render() {
    const views = viewsOf(this.view);
    const by = views.find((name) => name === this.address.query('by')) ?? 'all';
    const without = this.without();
    const shown = panels(this.view, by).map((panel) => ({...panel, series: panel.series.filter(({id}) => !without.has(id))}));
    const axis = range(shown);
    return html`
      <div class="bar">
        <div class="views" role="group" aria-label="Curves">${views.map((name) => html`
          <button aria-pressed=${name === by} @click=${() => setQuery({by: name === 'all' ? '' : name})}>${LABELS[name]}</button>`)}</div>
        <span class="muted">accuracy in per cent after each turn; n counts concepts; ribbons are intervals of 95 %, from ten concepts on</span>
      </div>
      <curve-legend .series=${lines(this.view)} .without=${without} @toggle=${(event: CustomEvent<string>) => this.toggle(event.detail)}></curve-legend>
      ${shown.every(({series}) => series.every(({points}) => !points.length)) ? html`<p role="status">No dialogue is over yet. Curves count those that are.</p>` : nothing}
      <div class=${shown.length > 1 ? 'many' : 'one'}>
        ${shown.map(({heading, series}) => html`<curve-chart .heading=${heading} .series=${series} .range=${axis} .turns=${this.view.study.turns}></curve-chart>`)}
      </div>
      ${this.talking()}`;
  }

  /** The address has places of arms in their order: their ids are long. */
  private without(): ReadonlySet<string> {
    const ids = this.ids();
    return new Set(this.address.query('without').split(',').flatMap((place) => (place ? ids[Number(place)] ?? [] : [])));
  }

  private ids(): readonly string[] {
    return armsOf(this.view).map(([id]) => id);
  }

  private toggle(id: string): void {
    const without = new Set(this.without());
    if (!without.delete(id)) without.add(id);
    const ids = this.ids();
    setQuery({without: [...without].map((each) => ids.indexOf(each)).sort((a, b) => a - b).join(',')}, 'replace');
  }

  private talking() {
    if (!this.view.talking.length) return nothing;
    return html`
      <h2>Talking now</h2>
      <ul>${this.view.talking.map(({dialogue, concept, arm, turn, doing}) => html`
        <li><a href="/dialogues/${encodeURIComponent(dialogue)}">${concept}</a>
          <span class="muted">${arm === undefined ? '' : this.view.arms?.[arm]?.condition}${turn === undefined ? '' : `, turn ${turn}: waits for the ${doing}`}</span></li>`)}</ul>`;
  }

  static override styles = [base, css`
    .views { display: inline-flex; flex-wrap: wrap; }
    .views button { border-radius: 0; margin-left: -1px; font-size: 13px; padding: 2px 10px; min-height: 28px; }
    .views button:first-child { border-radius: var(--radius) 0 0 var(--radius); margin-left: 0; }
    .views button:last-child { border-radius: 0 var(--radius) var(--radius) 0; }
    .views button[aria-pressed="true"] { background: var(--selected); font-weight: 600; }
    .one { --chart-height: clamp(260px, calc(100vh - 450px), 480px); margin-top: 8px; }
    .many { --chart-height: 250px; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr)); gap: 16px 24px; margin-top: 12px; }
    .bar .muted { font-size: 13px; }
    ul { margin: 0; padding: 0; list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr)); gap: 2px 16px; font-size: 13px; }
    li { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  `];
}
