import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {getAll} from '../api/api';
import {Live} from '../api/live';
import '../api/live-state';
import type {StudiesView, StudyStatus} from '../api/types';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, go, setQuery} from '../shell/router';
import {orderFrom, orderText, type Order} from '../table/column';
import '../table/virtual-table';
import {columns} from './columns';
import {filtered, fromStatus, fromView, type Listed} from './listed';

const STATES = ['running', 'paused', 'finished', 'cancelled'];

/** All studies and preparations. */
@customElement('studies-page')
export class StudiesPage extends LitElement {
  private readonly address = new Address(this);
  private readonly live = new Live<StudiesView>(this, ({studies}) => (this.studies = fromView(studies)));
  private readonly request = new AbortController();
  @state() private studies: readonly Listed[] | undefined;
  @state() private error: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.live.watch('/api/live');
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request.abort();
  }

  /** What there is at once; the live view takes its place. */
  private async load(): Promise<void> {
    try {
      await getAll<StudyStatus>('/api/studies', {}, (items) => {
        if (!this.live.view) this.studies = items.map(fromStatus);
      }, this.request.signal);
    } catch (error) {
      this.error = error;
    }
  }

  override render() {
    return html`
      <div class="bar title"><h1>Studies</h1><live-state .connection=${this.live.connection}></live-state></div>
      <problem-note .error=${this.studies ? undefined : this.error}></problem-note>
      ${this.studies ? (this.studies.length ? this.list(this.studies) : this.none()) : nothing}`;
  }

  private list(studies: readonly Listed[]) {
    const shown = filtered(studies, this.address.query('q'), this.address.query('state'));
    return html`
      <div class="bar">
        <label>Name <input type="search" .value=${this.address.query('q')} @input=${this.search}></label>
        <label>State
          <select @change=${this.choose}>
            <option value="">all</option>
            ${STATES.map((name) => html`<option value=${name} ?selected=${name === this.address.query('state')}>${name}</option>`)}
          </select>
        </label>
        <span class="muted" role="status">${shown.length} of ${studies.length}</span>
      </div>
      <virtual-table label="Studies" .columns=${columns} .rows=${shown} .order=${orderFrom(this.address.query('sort'))}
        .href=${href} empty="No study is like that." @open=${(event: CustomEvent<Listed>) => go(href(event.detail))}
        @sort=${(event: CustomEvent<Order>) => setQuery({sort: orderText(event.detail)})}></virtual-table>`;
  }

  private none() {
    return html`
      <p>There is no study yet. Start one in the folder of Interact:</p>
      <p><code>./interact run studies/quickstart.yaml</code></p>
      <p class="muted">It needs no key: its models are simulated. It shows up here as soon as it is handed in.</p>`;
  }

  private search(event: Event): void {
    setQuery({q: (event.target as HTMLInputElement).value}, 'replace');
  }

  private choose(event: Event): void {
    setQuery({state: (event.target as HTMLSelectElement).value});
  }

  static override styles = [base, css`
    .title { justify-content: space-between; margin-top: 0; }
    label { display: inline-flex; align-items: center; gap: 6px; }
  `];
}

function href({id}: Listed): string {
  return `/studies/${encodeURIComponent(id)}`;
}
