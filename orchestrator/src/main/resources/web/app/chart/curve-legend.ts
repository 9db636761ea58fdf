import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import {isDark, looks} from './palette';
import type {Series} from './series';

/** The lines of charts, each a button that takes it away and brings it back (event `toggle`). */
@customElement('curve-legend')
export class CurveLegend extends LitElement {
  @property({attribute: false}) series: readonly Series[] = [];
  @property({attribute: false}) without: ReadonlySet<string> = new Set();
  /** Whether all lines stay: nothing is a button then. */
  @property({type: Boolean}) fixed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('theme-changed', this.recolour);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('theme-changed', this.recolour);
  }

  private readonly recolour = () => this.requestUpdate();

  override render() {
    return html`<div role="group" aria-label="Lines">${this.series.map((line) => this.line(line))}</div>`;
  }

  private line({id, label, look}: Series) {
    const {colour, sign} = looks(look, isDark());
    const sample = html`<span aria-hidden="true" .style=${`color: ${colour}`}>${sign}</span>${label}`;
    if (this.fixed) return html`<span class="line">${sample}</span>`;
    return html`
      <button class="plain" aria-pressed=${!this.without.has(id)} @click=${() => this.toggle(id)}>
        ${sample}
      </button>`;
  }

  private toggle(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('toggle', {detail: id}));
  }

  static override styles = [base, css`
    div { display: flex; flex-wrap: wrap; gap: 0 4px; margin-left: -8px; }
    .line { font-size: 13px; padding: 2px 8px; display: inline-flex; gap: 6px; }
    button { font-size: 13px; padding: 2px 8px; min-height: 26px; text-align: left; }
    button[aria-pressed="false"] { color: var(--muted); text-decoration: line-through; }
    button[aria-pressed="false"] span { opacity: .35; }
  `];
}
