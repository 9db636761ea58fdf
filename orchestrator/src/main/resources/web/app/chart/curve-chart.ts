import {LineChart} from 'echarts/charts';
import {GridComponent} from 'echarts/components';
import {init, use, type EChartsType} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Point} from '../api/types';
import {percent} from '../format/format';
import {base} from '../shell/base';
import './curve-legend';
import './curve-table';
import {options} from './options';
import {isDark, looks} from './palette';
import {turnsOf, type Series} from './series';

use([LineChart, GridComponent, CanvasRenderer]);

/** Learning curves: accuracy in per cent after each turn, with intervals, and a table for who cannot see them. */
@customElement('curve-chart')
export class CurveChart extends LitElement {
  @property({attribute: false}) series: readonly Series[] = [];
  /** The last turn that is planned. */
  @property({attribute: false}) turns = 0;
  @property({attribute: false}) range: readonly [number, number] = [0, 1];
  @property() heading = '';

  @state() private pointed: {turn: number; left: number} | undefined;
  @query('.canvas') private readonly canvas!: HTMLElement;
  private chart: EChartsType | undefined;
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('theme-changed', this.recolour);
    this.scheme.addEventListener('change', this.recolour);
    if (this.hasUpdated) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('theme-changed', this.recolour);
    this.scheme.removeEventListener('change', this.recolour);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  override firstUpdated(): void {
    this.begin();
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('series') || changed.has('turns') || changed.has('range')) this.draw();
  }

  private begin(): void {
    this.chart = init(this.canvas, null, {renderer: 'canvas'});
    this.sizes.observe(this.canvas);
    this.draw();
  }

  private readonly recolour = () => {
    this.draw();
    this.requestUpdate();
  };

  private draw(): void {
    const ink = {text: this.colour('--text'), muted: this.colour('--muted'), line: this.colour('--line'), paper: this.colour('--paper')};
    this.chart?.setOption(options(this.series, {dark: isDark(), turns: turnsOf(this.series, this.turns), range: this.range, ink}), {replaceMerge: ['series']});
  }

  /** A colour of the page as the canvas understands it. */
  private colour(name: string): string {
    this.canvas.style.color = `var(${name})`;
    return getComputedStyle(this.canvas).color;
  }

  override render() {
    return html`
      <figure>
        ${this.heading ? html`<figcaption>${this.heading}</figcaption>` : nothing}
        <div class="plot" @mousemove=${this.point} @mouseleave=${() => (this.pointed = undefined)}>
          <div class="canvas" role="img" aria-label=${this.summary()}></div>
          ${this.tip()}
        </div>
        <details>
          <summary>Figures</summary>
          <curve-table .series=${this.series} .caption=${this.heading || 'Accuracy in per cent after each turn'}></curve-table>
        </details>
      </figure>`;
  }

  /** What the chart shows, in words. */
  private summary(): string {
    const lines = this.series.filter(({points}) => points.length).map(({label, points}) => {
      const [first, last] = [points[0]!, points[points.length - 1]!];
      return `${label}: ${percent(first.mean)} per cent at turn ${first.turn}, ${percent(last.mean)} at turn ${last.turn}`;
    });
    return `Learning curves${this.heading ? ` of ${this.heading}` : ''}. ${lines.join('; ') || 'No dialogue is over yet.'}`;
  }

  private tip() {
    if (!this.pointed) return nothing;
    const {turn, left} = this.pointed;
    const side = left > this.canvas.clientWidth / 2 ? `right: ${this.canvas.clientWidth - left + 12}px` : `left: ${left + 12}px`;
    const rows = this.series.flatMap((line) => line.points.filter((point) => point.turn === turn).map((point) => ({line, point})));
    return html`
      <div class="tip" aria-hidden="true" .style=${side}>
        <strong>Turn ${turn}</strong>
        <table>${rows.map(({line, point}) => this.tipRow(line, point))}</table>
      </div>`;
  }

  private tipRow(line: Series, {mean, low, high, n}: Point) {
    const {colour, sign} = looks(line.look, isDark());
    return html`
      <tr>
        <td><span .style=${`color: ${colour}`}>${sign}</span> ${line.label}</td>
        <td class="number">${percent(mean)}</td>
        <td class="muted">${low == null ? '' : `${percent(low)} to ${percent(high)}`}</td>
        <td class="muted">n=${n}</td>
      </tr>`;
  }

  private point(event: MouseEvent): void {
    const turns = turnsOf(this.series, this.turns);
    const x = event.clientX - this.canvas.getBoundingClientRect().left;
    const index = this.chart?.convertFromPixel({xAxisIndex: 0}, x);
    const turn = typeof index === 'number' ? turns[Math.max(0, Math.min(turns.length - 1, Math.round(index)))] : undefined;
    this.pointed = turn === undefined ? undefined : {turn, left: this.chart!.convertToPixel({xAxisIndex: 0}, String(turn))};
  }

  static override styles = [base, css`
    :host { min-width: 0; }
    figure { margin: 0; }
    figcaption { font-weight: 600; margin-bottom: 2px; overflow-wrap: anywhere; }
    .plot { position: relative; }
    .canvas { height: var(--chart-height, 340px); overflow: hidden; }
    .tip {
      position: absolute; top: 8px; z-index: 2; padding: 6px 10px; pointer-events: none; font-size: 12.5px; max-width: 70%;
      background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 2px 10px rgb(0 0 0 / .15);
    }
    .tip td { padding: 0 8px 0 0; }
    summary { cursor: pointer; color: var(--muted); font-size: 13px; width: fit-content; }
  `];
}
