import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {base} from '../shell/base';
import {inOrder, type Column, type Order} from './column';

const ROW = 34;
const MARGIN = 8;

/**
 * A table of any length: only rows in sight are in the document. Arrows, Page, Home and End move the mark, Enter or a
 * click opens a row (event `open`), the scrolling near its end asks for more (event `more`), a header sorts (event `sort`).
 */
@customElement('virtual-table')
export class VirtualTable<Row = unknown> extends LitElement {
  @property({attribute: false}) columns: readonly Column<Row>[] = [];
  @property({attribute: false}) rows: readonly Row[] = [];
  /** How many rows there are in all, where not all are here yet. */
  @property({attribute: false}) total: number | undefined;
  @property({attribute: false}) order: Order | undefined;
  /** The address of a row's own page, if it has one. */
  @property({attribute: false}) href: ((row: Row) => string | undefined) | undefined;
  @property() label = '';
  @property() empty = 'Nothing here.';

  @state() private first = 0;
  @state() private marked = 0;
  @state() private height = 600;
  @query('.body') private readonly body!: HTMLElement;
  private sizes: ResizeObserver | undefined;
  private sorted: readonly Row[] = [];

  override willUpdate(): void {
    this.sorted = inOrder(this.rows, this.columns, this.order);
    this.marked = Math.max(0, Math.min(this.marked, this.sorted.length - 1));
  }

  override firstUpdated(): void {
    this.sizes = new ResizeObserver(() => (this.height = this.body.clientHeight));
    this.sizes.observe(this.body);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes?.disconnect();
    this.sizes = undefined;
  }

  override render() {
    const from = Math.max(0, this.first - MARGIN);
    const to = Math.min(this.sorted.length, this.first + Math.ceil(this.height / ROW) + MARGIN);
    const template = this.columns.map(({width}) => width ?? 'minmax(80px, 1fr)').join(' ');
    return html`
      <div class="body" role="grid" tabindex="0" aria-label=${this.label} aria-rowcount=${(this.total ?? this.sorted.length) + 1}
          aria-colcount=${this.columns.length} aria-activedescendant=${this.sorted.length ? `row-${this.marked}` : nothing}
          @scroll=${this.scrolled} @keydown=${this.pressed}>
        <div class="head" role="rowgroup">
          <div class="row" role="row" aria-rowindex="1" .style=${`grid-template-columns: ${template}`}>
            ${this.columns.map((column) => this.header(column))}
          </div>
        </div>
        <div class="space" role=${this.sorted.length ? 'rowgroup' : 'presentation'} .style=${`height: ${this.sorted.length * ROW}px`}>
          ${this.sorted.slice(from, to).map((row, place) => this.row(row, from + place, template))}
        </div>
      </div>
      ${this.sorted.length ? nothing : html`<p class="empty muted">${this.empty}</p>`}`;
  }

  private header(column: Column<Row>) {
    const ordered = this.order?.by === column.key;
    const direction = ordered ? (this.order!.descending ? 'descending' : 'ascending') : 'none';
    const arrow = ordered ? (this.order!.descending ? '↓' : '↑') : '';
    return html`
      <div role="columnheader" class=${column.number ? 'number' : ''} aria-sort=${column.value ? direction : nothing}>
        ${column.value
          ? html`<button class="plain" tabindex="0" @click=${() => this.sort(column)}>${column.label}<span aria-hidden="true">${arrow}</span></button>`
          : column.label}
      </div>`;
  }

  private row(row: Row, index: number, template: string): TemplateResult {
    return html`
      <div class="row ${index === this.marked ? 'marked' : ''} ${this.href?.(row) ? 'opens' : ''}" role="row" id="row-${index}"
          aria-rowindex=${index + 2} aria-selected=${index === this.marked}
          .style=${`grid-template-columns: ${template}; transform: translateY(${index * ROW}px)`}
          @click=${(event: MouseEvent) => this.clicked(event, row, index)}>
        ${this.columns.map((column, place) => html`
          <div role="gridcell" class=${column.number ? 'number' : ''}>${this.cell(column, row, place)}</div>`)}
      </div>`;
  }

  private cell(column: Column<Row>, row: Row, place: number) {
    const content = column.render(row);
    const href = place === 0 ? this.href?.(row) : undefined;
    return href ? html`<a tabindex="-1" href=${href}>${content}</a>` : content;
  }

  private sort(column: Column<Row>): void {
    const descending = this.order?.by === column.key ? !this.order.descending : Boolean(column.number);
    this.dispatchEvent(new CustomEvent<Order>('sort', {detail: {by: column.key, descending}}));
  }

  private clicked(event: MouseEvent, row: Row, index: number): void {
    this.marked = index;
    const own = event.composedPath().some((element) => element instanceof HTMLElement && element.matches('a, button, input'));
    if (!own) this.open(row);
  }

  private open(row: Row): void {
    if (this.href?.(row)) this.dispatchEvent(new CustomEvent<Row>('open', {detail: row}));
  }

  private scrolled(): void {
    this.first = Math.floor(this.body.scrollTop / ROW);
    if (this.body.scrollTop + this.body.clientHeight > (this.sorted.length - 2 * MARGIN) * ROW) this.dispatchEvent(new Event('more'));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== this.body) return;
    if (event.key === 'Enter') {
      const row = this.sorted[this.marked];
      if (row !== undefined) this.open(row);
      return;
    }
    const to = this.moved(event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.mark(Math.max(0, Math.min(this.sorted.length - 1, to)));
  }

  private moved(key: string): number | undefined {
    const page = Math.max(1, Math.floor(this.height / ROW) - 2);
    const moves: Record<string, number> = {
      ArrowDown: this.marked + 1, ArrowUp: this.marked - 1, PageDown: this.marked + page, PageUp: this.marked - page,
      Home: 0, End: this.sorted.length - 1,
    };
    return moves[key];
  }

  private mark(index: number): void {
    this.marked = index;
    const top = index * ROW;
    const seen = this.body.clientHeight - 2 * ROW;
    if (top < this.body.scrollTop) this.body.scrollTop = top;
    else if (top > this.body.scrollTop + seen) this.body.scrollTop = top - seen;
  }

  static override styles = [base, css`
    :host { background: var(--paper); }
    .body { border: 1px solid var(--line); border-radius: var(--radius); max-height: var(--table-height, calc(100vh - 260px)); min-height: 34px; overflow: auto; position: relative; }
    .body:focus-visible { outline-offset: 1px; border-radius: var(--radius); }
    .head { position: sticky; top: 0; z-index: 1; background: var(--raised); border-bottom: 1px solid var(--line); }
    .row { display: grid; align-items: center; gap: 0 12px; height: 34px; padding: 0 12px; min-width: min-content; }
    .space { position: relative; min-width: min-content; }
    .space .row { position: absolute; left: 0; right: 0; border-bottom: 1px solid var(--line); }
    .space .row.opens { cursor: pointer; }
    .space .row:hover { background: var(--hover); }
    .body:focus-visible .row.marked { background: var(--selected); }
    .row > div { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    [role="columnheader"] { font-size: 13px; font-weight: 600; color: var(--muted); }
    [role="columnheader"] button { padding: 2px 4px; margin: 0 -5px; min-height: 26px; font-weight: 600; color: var(--muted); }
    [role="columnheader"] button:focus-visible { outline-offset: -2px; }
    .row a { color: var(--text); font-weight: 550; text-decoration: none; }
    .row a:hover { text-decoration: underline; }
    .bad { color: var(--bad); font-weight: 600; }
    .empty { padding: 24px 16px; margin: 0; }
  `];
}
