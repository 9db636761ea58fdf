import type {TemplateResult} from 'lit';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** A track of a CSS grid, such as `120px` or `minmax(160px, 2fr)`. */
  readonly width?: string;
  /** Whether it holds figures: they stand on the right, and the largest comes first when sorted. */
  readonly number?: boolean;
  /** What rows are sorted by; a column without it cannot be sorted. */
  readonly value?: (row: Row) => string | number | null | undefined;
  readonly render: (row: Row) => string | number | TemplateResult;
}

/** By which column rows are sorted. */
export interface Order {
  readonly by: string;
  readonly descending: boolean;
}

/** The order as it stands in an address: `-cost` or `name`. */
export function orderFrom(text: string): Order | undefined {
  if (!text) return undefined;
  return text.startsWith('-') ? {by: text.slice(1), descending: true} : {by: text, descending: false};
}

/** What {@link orderFrom} reads. */
export function orderText(order: Order): string {
  return (order.descending ? '-' : '') + order.by;
}

/** The rows in an order; those without a value come last. */
export function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined): readonly Row[] {
  const value = columns.find(({key}) => key === order?.by)?.value;
  if (!order || !value) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => compare(value(a), value(b), sign));
}

function compare(a: string | number | null | undefined, b: string | number | null | undefined, sign: number): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), 'en', {numeric: true});
}
