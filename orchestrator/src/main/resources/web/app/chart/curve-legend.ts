import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import {isDark, looks} from './palette';
import type {Series} from './series';

const SIGNS: Record<string, string> = {
  circle: '●', rect: '■', triangle: '▲', diamond: '◆', emptyCircle: '○', emptyRect: '□', emptyTriangle: '△', emptyDiamond: '◇',
};

/** The lines of charts, each a button that takes it away and brings it back (event `toggle`). */
@customElement('curve-legend')
export class CurveLegend extends LitElement {
  @property({attribute: false}) series: readonly Series[] = [];
  @property({attribute: false}) without: ReadonlySet<string> = new Set();

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

  private line({id, label, style}: Series) {
    const {colour, symbol} = looks(style, isDark());
    return html`
      <button class="plain" aria-pressed=${!this.without.has(id)} @click=${() => this.toggle(id)}>
        <span aria-hidden="true" .style=${`color: ${colour}`}>${SIGNS[symbol]}</span>${label}
      </button>`;
  }

  private toggle(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('toggle', {detail: id}));
  }

  static override styles = [base, css`
    div { display: flex; flex-wrap: wrap; gap: 0 4px; }
    button { font-size: 13px; padding: 2px 8px; min-height: 26px; text-align: left; }
    button[aria-pressed="false"] { color: var(--muted); text-decoration: line-through; }
    button[aria-pressed="false"] span { opacity: .35; }
  `];
}
