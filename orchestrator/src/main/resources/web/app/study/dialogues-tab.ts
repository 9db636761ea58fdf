import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Paged} from '../api/paged';
import type {DialogueRow, StudyView} from '../api/types';
import {count} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, go, setQuery} from '../shell/router';
import {orderFrom, orderText, type Order} from '../table/column';
import '../table/virtual-table';
import {armsOf, nameOf} from './arms';
import {dialogueColumns} from './dialogue-columns';

const STAGES = ['planned', 'running', 'finished', 'failed'];
const FILTERS = ['arm', 'stage', 'domain', 'concept', 'q'] as const;
type Filter = (typeof FILTERS)[number];

/** The dialogues of a study: read page by page as far as one scrolls, and to the end when they are sorted. */
@customElement('dialogues-tab')
export class DialoguesTab extends LitElement {
  @property({attribute: false}) study = '';
  /** Tells the names of cells and domains, once it is there. */
  @property({attribute: false}) view: StudyView | undefined;
  private readonly address = new Address(this);
  private readonly dialogues = new Paged<DialogueRow>(this);
  private typing = 0;

  override willUpdate(): void {
    const filters = Object.fromEntries(FILTERS.map((name) => [name, this.address.query(name)]));
    this.dialogues.of(`/api/studies/${encodeURIComponent(this.study)}/dialogues`, filters);
    if (this.address.query('sort') && this.dialogues.hasMore) this.dialogues.all();
  }

  override render() {
    const {items, total, error} = this.dialogues;
    const arms = this.view ? armsOf(this.view) : [];
    const names = arms.map(([id, arm]): [string, string] => [id, nameOf(arm, arms.map(([, each]) => each))]);
    return html`
      <div class="bar">
        ${this.select('arm', 'Cell', names)}
        ${this.select('stage', 'Stage', STAGES.map((name) => [name, name]))}
        ${this.select('domain', 'Domain', Object.keys(this.view?.domains ?? {}).map((name) => [name, name]))}
        ${this.text('concept', 'Concept')}
        ${this.text('q', 'Said')}
        <button @click=${() => this.dialogues.restart()}>Refresh</button>
        <span class="muted" role="status">${this.said(items.length, total)}</span>
      </div>
      <problem-note .error=${error}></problem-note>
      <virtual-table label="Dialogues" .columns=${dialogueColumns(this.view?.arms ?? {})} .rows=${items} .total=${total}
        .order=${orderFrom(this.address.query('sort'))} .href=${href} empty=${this.dialogues.isLoading ? 'Loading…' : 'No dialogue is like that.'}
        @more=${() => this.dialogues.more()} @open=${(event: CustomEvent<DialogueRow>) => go(href(event.detail))}
        @sort=${(event: CustomEvent<Order>) => setQuery({sort: orderText(event.detail)})}></virtual-table>`;
  }

  private said(here: number, total: number | undefined): string {
    if (total === undefined) return this.dialogues.isLoading ? 'Loading…' : count(here);
    return here < total ? `${count(total)}, ${count(here)} of them loaded` : count(total);
  }

  private select(name: Filter, label: string, options: readonly (readonly [string, string])[]) {
    const chosen = this.address.query(name);
    return html`
      <label>${label}
        <select @change=${(event: Event) => setQuery({[name]: (event.target as HTMLSelectElement).value})}>
          <option value="">all</option>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
        </select>
      </label>`;
  }

  private text(name: Filter, label: string) {
    return html`<label>${label} <input type="search" .value=${this.address.query(name)} @input=${(event: Event) => this.typed(name, event)}></label>`;
  }

  /** The API is asked when the typing pauses. */
  private typed(name: Filter, event: Event): void {
    const {value} = event.target as HTMLInputElement;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => setQuery({[name]: value}, 'replace'), 300);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  static override styles = [base, css`
    label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; }
    select { max-width: 190px; }
    input { width: 120px; }
    virtual-table { --table-height: max(300px, calc(100vh - 330px)); }
  `];
}

function href({id}: DialogueRow): string {
  return `/dialogues/${encodeURIComponent(id)}`;
}
