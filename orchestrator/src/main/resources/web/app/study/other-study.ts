import {LitElement, css, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {getAll} from '../api/api';
import type {StudyStatus} from '../api/types';
import {briefTime} from '../format/format';
import {base} from '../shell/base';
import '../shell/problem-note';

/** Chooses another study (event `chosen` with its id, or an empty text). */
@customElement('other-study')
export class OtherStudy extends LitElement {
  /** The study that it must be another than. */
  @property({attribute: false}) study = '';
  @property({attribute: false}) chosen = '';
  @property() none = 'choose one';
  @state() private studies: readonly StudyStatus[] = [];
  @state() private error: unknown;
  private request: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.request = new AbortController();
    getAll<StudyStatus>('/api/studies', {}, (items) => (this.studies = items.filter(({kind}) => kind === 'study')), this.request.signal)
      .catch((error: unknown) => (this.error = error));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  override render() {
    const others = this.studies.filter(({id}) => id !== this.study);
    return html`
      <label>Other study
        <select @change=${this.choose}>
          <option value="">${this.none}</option>
          ${others.map(({id, name, created}) => html`
            <option value=${id} ?selected=${id === this.chosen}>${name} (${briefTime(created)})</option>`)}
        </select>
      </label>
      <problem-note .error=${this.error}></problem-note>`;
  }

  private choose(event: Event): void {
    this.dispatchEvent(new CustomEvent<string>('chosen', {detail: (event.target as HTMLSelectElement).value}));
  }

  static override styles = [base, css`
    :host { display: inline-block; }
    label { display: inline-flex; align-items: center; gap: 6px; }
    select { max-width: 260px; }
  `];
}
