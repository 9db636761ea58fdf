import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, getAll, type Page} from '../api/api';
import type {StudyStatus, StudyView} from '../api/types';
import {NOTHING, briefTime} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import {Refreshed} from './refreshed';

interface Difference {
  readonly field: string;
  readonly a: unknown;
  readonly b: unknown;
}

/** Where the file of this study and that of another differ, and nothing else. */
@customElement('differences-tab')
export class DifferencesTab extends LitElement {
  @property({attribute: false}) view!: StudyView;
  private readonly address = new Address(this);
  private readonly request = new AbortController();
  private readonly differences = new Refreshed<Page<Difference>>(this, (signal) =>
    get(`/api/studies/${encodeURIComponent(this.view.study.id)}/differences`, {with: this.other}, signal));
  @state() private studies: readonly StudyStatus[] = [];
  @state() private error: unknown;

  private get other(): string {
    return this.address.query('with');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    getAll<StudyStatus>('/api/studies', {}, (items) => (this.studies = items.filter(({kind}) => kind === 'study')), this.request.signal)
      .catch((error: unknown) => (this.error = error));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request.abort();
  }

  override willUpdate(): void {
    if (this.other) this.differences.keep(`${this.view.study.id} ${this.other}`, '');
  }

  override render() {
    const others = this.studies.filter(({id}) => id !== this.view.study.id);
    return html`
      <div class="bar">
        <label>Other study
          <select @change=${(event: Event) => setQuery({with: (event.target as HTMLSelectElement).value})}>
            <option value="">choose one</option>
            ${others.map(({id, name, created}) => html`<option value=${id} ?selected=${id === this.other}>${name} (${briefTime(created)})</option>`)}
          </select>
        </label>
      </div>
      <problem-note .error=${this.error ?? (this.other ? this.differences.error : undefined)}></problem-note>
      ${this.other && this.differences.value ? this.table(this.differences.value.items) : nothing}`;
  }

  private table(items: readonly Difference[]) {
    if (!items.length) return html`<p>Their study files say the same.</p>`;
    const name = this.studies.find(({id}) => id === this.other)?.name ?? 'the other';
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Differences"><table>
        <thead><tr><th scope="col">Field</th><th scope="col">${this.view.study.name}</th><th scope="col">${name}</th></tr></thead>
        <tbody>${items.map(({field, a, b}) => html`<tr><th scope="row"><code>${field}</code></th><td>${text(a)}</td><td>${text(b)}</td></tr>`)}</tbody>
      </table></div>`;
  }

  static override styles = [base, css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; min-width: 560px; }
    th, td { padding: 6px 10px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
    thead th { font-weight: 600; color: var(--muted); }
    th:first-child { width: 26%; }
    td { font: 13px var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
  `];
}

function text(value: unknown): string {
  if (value == null) return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
