import {DOUBT} from './api';

/** How well what is shown keeps up: not yet, as it happens, or cut off for now. */
export type Connection = 'connecting' | 'live' | 'reconnecting';

/** An answer that is none ends a connection for good; then it is tried again after this. */
const PAUSE_MILLISECONDS = 3000;

/**
 * Server-sent events, while the page is seen: all tabs of a browser share a few connections, and one that nobody looks
 * at keeps none.
 */
export class Stream {
  private address: (() => string) | undefined;
  private source: EventSource | undefined;
  private timer = 0;

  /**
   * @param listeners what to do with each type of event
   * @param is is told how well it keeps up
   */
  constructor(
    private readonly listeners: Readonly<Record<string, (event: MessageEvent<string>) => void>>,
    private readonly is: (connection: Connection) => void,
  ) {}

  /**
   * Listens, to nothing else from now on.
   *
   * @param address asked for at each new beginning
   */
  open(address: () => string): void {
    this.address = address;
    document.addEventListener('visibilitychange', this.seen);
    this.begin();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.seen);
    this.address = undefined;
    this.end();
  }

  private readonly seen = () => {
    if (document.hidden) this.end();
    else if (!this.source) this.begin();
  };

  private begin(): void {
    this.end();
    if (document.hidden || !this.address) return;
    const source = new EventSource(this.address());
    for (const [type, listener] of Object.entries(this.listeners)) source.addEventListener(type, listener);
    source.onopen = () => this.is('live');
    source.onerror = () => {
      this.is('reconnecting');
      if (source.readyState !== EventSource.CLOSED) return;
      dispatchEvent(new Event(DOUBT));
      this.timer = setTimeout(() => this.begin(), PAUSE_MILLISECONDS);
    };
    this.source = source;
  }

  private end(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
