import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get, isAborted, type Page} from '../api/api';
import {Paged} from '../api/paged';
import type {Cell} from '../api/types';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import {nameOf} from '../study/arms';
import {parts, type Found} from './found';

const ROLES = [['', 'questions and answers'], ['student', 'questions'], ['teacher', 'answers']] as const;
const PAUSE_MILLISECONDS = 250;

/** Finds what was said in a study. What is searched for is the address's query: `q`, `role`, `arm`. */
@customElement('study-search')
export class StudySearch extends LitElement {
  @property({attribute: false}) study = '';
  @state() private cells: readonly Cell[] = [];
  private readonly address = new Address(this);
  private readonly found = new Paged<Found>(this);
  private timer = 0;
  private request: AbortController | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('study')) void this.loadCells();
    if (!this.q) return;
    this.found.of(`${this.path}/search`, {q: this.q, role: this.address.query('role'), arm: this.address.query('arm')});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private get path(): string {
    return `/api/studies/${encodeURIComponent(this.study)}`;
  }

  private get q(): string {
    return this.address.query('q').trim();
  }

  /** Without their names, arms go by their ids. */
  private async loadCells(): Promise<void> {
    this.request?.abort();
    this.request = new AbortController();
    try {
      this.cells = (await get<Page<Cell>>(`${this.path}/cells`, {}, this.request.signal)).items;
    } catch (error) {
      if (!isAborted(error)) this.cells = [];
    }
  }

  override render() {
    return html`
      <form class="bar" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input type="search" aria-label="Search what was said" placeholder="Search what was said" .value=${this.address.query('q')} @input=${this.typed}>
        <label>in <select @change=${(event: Event) => this.chosen('role', event)}>${ROLES.map(([role, label]) => html`
          <option value=${role} ?selected=${role === this.address.query('role')}>${label}</option>`)}</select></label>
        ${this.cells.length > 1 ? html`<label>of <select aria-label="of the cell" @change=${(event: Event) => this.chosen('arm', event)}>
          <option value="">all cells</option>${this.cells.map((cell) => html`
            <option value=${cell.id} ?selected=${cell.id === this.address.query('arm')}>${nameOf(cell, this.cells)}</option>`)}</select></label>` : nothing}
      </form>
      ${this.q ? this.results() : html`<p class="muted">Type a word or a part of a sentence that was said; case does not matter.</p>`}`;
  }

  private results() {
    if (this.found.error) return html`<problem-note .error=${this.found.error}></problem-note>`;
    const {items, isLoading, hasMore} = this.found;
    if (!items.length) return html`<p class="muted ${isLoading ? '' : 'nothing'}" role="status">${isLoading ? 'Searching…' : 'Nobody said that.'}</p>`;
    return html`
      <ul aria-label="Found">${items.map((found) => this.result(found))}</ul>
      ${hasMore ? html`<button ?disabled=${isLoading} @click=${() => this.found.more()}>Show more</button>` : nothing}
      <p class="visually-hidden" role="status">${items.length} places${hasMore ? ' so far' : ''}</p>`;
  }

  private result(found: Found) {
    const [before, match, after] = parts(found);
    const cell = this.cells.find(({id}) => id === found.arm);
    return html`<li>
      <a href="/dialogues/${found.dialogue}#turn-${found.turn}">${found.concept_id}, turn ${found.turn}</a>
      <span class="muted">${found.role}${cell ? html` · ${nameOf(cell, this.cells)}` : nothing}</span>
      <p dir="auto">${before}<mark>${match}</mark>${after}</p></li>`;
  }

  private typed(event: Event): void {
    const {value} = event.target as HTMLInputElement;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => setQuery({q: value}, 'replace'), PAUSE_MILLISECONDS);
  }

  private chosen(name: string, event: Event): void {
    setQuery({[name]: (event.target as HTMLSelectElement).value});
  }

  static override styles = [base, css`
    input[type="search"] { flex: 1; min-width: 220px; max-width: 480px; }
    select { max-width: 320px; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { padding: 10px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    li p { margin: 4px 0 0; max-width: 100ch; overflow-wrap: anywhere; unicode-bidi: isolate; }
    mark { background: light-dark(#ffe28a, #6b5200); color: var(--text); border-radius: 2px; }
    button { margin-top: 12px; }
  `];
}
