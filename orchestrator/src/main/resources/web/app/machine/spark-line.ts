import {LitElement, css, html, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';

const WIDTH = 90;
const HEIGHT = 20;

/** How a figure has gone since the page was opened; its own scale begins at 0. */
@customElement('spark-line')
export class SparkLine extends LitElement {
  @property({attribute: false}) values: readonly number[] = [];
  @property() label = '';

  override render() {
    const most = Math.max(1, ...this.values);
    const step = WIDTH / Math.max(1, this.values.length - 1);
    const points = this.values.map((value, place) => `${(place * step).toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 2)).toFixed(1)}`);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${this.label}: now ${this.values.at(-1) ?? 0}, at most ${Math.max(0, ...this.values)}">
      ${svg`<polyline points=${points.join(' ')}></polyline>`}</svg>`;
  }

  static override styles = [base, css`
    :host { display: inline-block; width: 90px; height: 20px; vertical-align: middle; }
    svg { display: block; width: 100%; height: 100%; }
    polyline { fill: none; stroke: var(--bar); stroke-width: 1.5; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
  `];
}
