import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {StudyView} from '../api/types';
import {clock, count, shortId} from '../format/format';
import {base} from '../shell/base';
import {Address, go, setQuery} from '../shell/router';
import type {Column} from '../table/column';
import '../table/virtual-table';
import {Events} from './events';
import {KINDS, hrefOf, sentence, type Happened} from './happened';

/** What happens in a study, as it does. Which kinds are shown is the address's query: `kind`. */
@customElement('events-tab')
export class EventsTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly address = new Address(this);
  private readonly events = new Events(this);

  private readonly columns: readonly Column<Happened>[] = [
    {key: 'time', label: 'Time', width: '96px', render: ({time}) => clock(time)},
    {key: 'what', label: 'What happened', width: 'minmax(220px, 2fr)', render: sentence},
    {key: 'where', label: 'In the dialogue about', width: 'minmax(140px, 1fr)', render: (event) => this.subject(event)},
  ];

  override willUpdate(): void {
    this.events.of(this.view.study.id, this.kind, this.view.offset);
  }

  private get kind(): string {
    return this.address.query('kind');
  }

  override render() {
    const {items, isPaused, waiting} = this.events;
    return html`
      <div class="bar">
        <label>Show <select @change=${(event: Event) => setQuery({kind: (event.target as HTMLSelectElement).value})}>
          <option value="">all but money</option>
          ${KINDS.map(([kind, label]) => html`<option value=${kind} ?selected=${kind === this.kind}>${label}</option>`)}
        </select></label>
        <button aria-pressed=${isPaused} @click=${() => this.events.pause()}>${isPaused ? 'Go on' : 'Hold still'}</button>
        <span class="muted" role="status">${isPaused ? `Held; ${count(waiting)} more have come` : `The last ${count(items.length)}, newest first`}</span>
      </div>
      <virtual-table label="Events" .columns=${this.columns} .rows=${items} .href=${hrefOf} empty="Nothing of the kind has happened lately. What happens from now on shows up here."
        @open=${(event: CustomEvent<Happened>) => go(hrefOf(event.detail)!)}></virtual-table>`;
  }

  private subject({data: {dialogue}}: Happened): string {
    if (dialogue === undefined) return '';
    const id = String(dialogue);
    return this.events.concepts.get(id) ?? this.view.talking.find((one) => one.dialogue === id)?.concept ?? shortId(id);
  }

  static override styles = [base, css`
    label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; }
    button[aria-pressed="true"] { background: var(--selected); font-weight: 600; }
    virtual-table { --table-height: max(300px, calc(100vh - 330px)); }
  `];
}
