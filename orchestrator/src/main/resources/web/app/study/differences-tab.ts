import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {get, type Page} from '../api/api';
import type {StudyView} from '../api/types';
import {NOTHING} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address, setQuery} from '../shell/router';
import './other-study';
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
  private readonly differences = new Refreshed<Page<Difference>>(this, (signal) =>
    get(`/api/studies/${encodeURIComponent(this.view.study.id)}/differences`, {with: this.other}, signal));

  private get other(): string {
    return this.address.query('with');
  }

  override willUpdate(): void {
    if (this.other) this.differences.keep(`${this.view.study.id} ${this.other}`, '');
  }

  override render() {
    return html`
      <div class="bar">
        <other-study .study=${this.view.study.id} .chosen=${this.other}
          @chosen=${(event: CustomEvent<string>) => setQuery({with: event.detail})}></other-study>
      </div>
      ${this.other ? html`<problem-note .error=${this.differences.error}></problem-note>` : nothing}
      ${this.other && this.differences.value ? this.table(this.differences.value.items) : nothing}`;
  }

  private table(items: readonly Difference[]) {
    if (!items.length) return html`<p>They are the same: fields, prompts, and what concepts say.</p>`;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Differences">
        <table>
          <thead><tr><th scope="col">Field</th><th scope="col">${this.view.study.name}</th><th scope="col">Other study</th></tr></thead>
          <tbody>${items.map(({field, a, b}) => html`
            <tr><th scope="row"><code>${field}</code></th><td>${text(a)}</td><td>${text(b)}</td></tr>`)}</tbody>
        </table>
      </div>`;
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
