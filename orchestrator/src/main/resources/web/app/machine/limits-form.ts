import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {get, put, remove} from '../api/api';
import {count} from '../format/format';
import {base} from '../shell/base';
import {say} from '../shell/notice';
import '../shell/problem-note';
import type {Limits, Registered} from './types';

const FIELDS: readonly {name: keyof Limits; label: string}[] = [
  {name: 'concurrency', label: 'Calls at once'},
  {name: 'requests_per_minute', label: 'Requests a minute'},
  {name: 'tokens_per_minute', label: 'Tokens a minute'},
];

/** Changes the limits of a model while it is in use, or brings the registry's back (event `changed`). */
@customElement('limits-form')
export class LimitsForm extends LitElement {
  @property({attribute: false}) alias = '';
  @state() private model: Registered | undefined;
  @state() private error: unknown;
  @query('form') private readonly form!: HTMLFormElement;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('alias')) void this.load();
  }

  private get path(): string {
    return `/api/models/${encodeURIComponent(this.alias)}/limits`;
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.model = (await get<Registered[]>('/api/models')).find(({alias}) => alias === this.alias);
    } catch (error) {
      this.error = error;
    }
  }

  override render() {
    if (!this.model) return html`<problem-note .error=${this.error}></problem-note>`;
    const {registry, changed, limits} = this.model;
    return html`
      <form class="bar" @submit=${this.save}>
        ${FIELDS.map(({name, label}) => html`<label>${label}
          <input type="number" min="1" name=${name} .value=${String((changed ? changed[name] : limits[name]) ?? '')}
            placeholder=${registry[name] == null ? 'no limit' : count(registry[name])}></label>`)}
        <button class="primary">Set</button>
        ${changed ? html`<button type="button" @click=${this.reset}>Back to the registry's</button>` : nothing}
      </form>
      <p class="muted">What is left empty is the registry's. A change holds until it is taken back, for every study.</p>
      <problem-note .error=${this.error}></problem-note>`;
  }

  private save(event: Event): void {
    event.preventDefault();
    const fields = new FormData(this.form);
    const wanted = Object.fromEntries(FIELDS.map(({name}) => [name, fields.get(name) ? Number(fields.get(name)) : null]));
    const {alias, path} = this;
    const before = this.model?.changed ?? null;
    void this.settle(() => put(path, wanted), `The limits of ${alias} are set.`, () => undo(path, before));
  }

  private reset(): void {
    const {alias, path} = this;
    const before = this.model?.changed ?? null;
    void this.settle(() => remove(path), `${alias} has the registry's limits again.`, () => undo(path, before));
  }

  private async settle(act: () => Promise<unknown>, words: string, undo: () => void): Promise<void> {
    try {
      await act();
      say(words, undo);
      this.dispatchEvent(new Event('changed'));
    } catch (error) {
      this.error = error;
    }
  }

  static override styles = [base, css`
    .bar { margin: 6px 0; }
    input { width: 130px; margin-left: 4px; }
    p { margin: 4px 0; font-size: 13px; }
  `];
}

/** What held before a change holds again. */
function undo(path: string, before: Limits | null): void {
  const done = before ? put(path, before) : remove(path);
  done.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
}
