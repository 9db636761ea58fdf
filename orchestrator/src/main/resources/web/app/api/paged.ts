import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Again} from './again';
import {address, get, isAborted, type Page, type Query} from './api';

const LARGEST_PAGE = 500;
const FIRST_PAGE = 100;

/** A list that is read as far as it is needed. Its host is rendered anew at each page that comes. */
export class Paged<T> implements ReactiveController {
  items: readonly T[] = [];
  total: number | undefined;
  error: unknown;
  private asked = '';
  private next: string | null = null;
  private wanted = false;
  private whole = false;
  private request: AbortController | undefined;
  private readonly again: Again;

  constructor(private readonly host: ReactiveControllerHost) {
    this.again = new Again(host, () => this.restart());
    host.addController(this);
  }

  /** Whether a page is on its way. */
  get isLoading(): boolean {
    return this.wanted;
  }

  /** Whether there is more than was read. */
  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Which list; the same one again changes nothing. To be called at each rendering. */
  of(path: string, query: Query): void {
    const asked = address(path, query);
    if (asked === this.asked) return;
    this.asked = asked;
    this.restart();
  }

  /** Reads it anew. */
  restart(): void {
    this.request?.abort();
    this.request = new AbortController();
    this.wanted = false;
    this.whole = false;
    this.next = null;
    void this.load(null, this.request.signal);
  }

  /** Reads the next page, if there is one. */
  more(): void {
    if (this.next !== null && !this.wanted) void this.load(this.next, this.request!.signal);
  }

  /** Reads to the end. */
  all(): void {
    this.whole = true;
    this.more();
  }

  hostDisconnected(): void {
    this.request?.abort();
    this.asked = '';
  }

  private async load(cursor: string | null, signal: AbortSignal): Promise<void> {
    this.wanted = true;
    try {
      const page = await get<Page<T>>(withPage(this.asked, cursor), {}, signal);
      this.items = cursor === null ? page.items : [...this.items, ...page.items];
      this.total = page.total;
      this.next = page.next;
      this.error = undefined;
    } catch (error) {
      if (isAborted(error)) return;
      this.error = error;
      this.next = null;
      this.again.after(error);
    }
    this.wanted = false;
    this.host.requestUpdate();
    if (this.whole) this.more();
  }
}

function withPage(asked: string, cursor: string | null): string {
  const page = address('', cursor === null ? {limit: FIRST_PAGE} : {limit: LARGEST_PAGE, cursor}).slice(1);
  return asked + (asked.includes('?') ? '&' : '?') + page;
}
