import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mergePatch} from './merge-patch';

/** How well what is shown keeps up: not yet, as it happens, or cut off for now. */
export type Connection = 'connecting' | 'live' | 'reconnecting';

/** An answer that is none ends a connection for good; then it is tried again after this. */
const PAUSE_MILLISECONDS = 3000;

/** A view that the orchestrator keeps up to date: a state, then its changes. Its host is rendered anew at each. */
export class Live<T> implements ReactiveController {
  view: T | undefined;
  connection: Connection = 'connecting';
  private source: EventSource | undefined;
  private url: string | undefined;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly changed: (view: T) => void = () => {}) {
    host.addController(this);
  }

  /** Watches another view; the same one again changes nothing. */
  watch(url: string): void {
    if (url === this.url) return;
    this.url = url;
    this.view = undefined;
    this.connection = 'connecting';
    this.open();
  }

  hostConnected(): void {
    if (this.url) this.open();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  private open(): void {
    clearTimeout(this.timer);
    this.source?.close();
    const source = new EventSource(this.url!);
    source.addEventListener('view', (event) => this.show(JSON.parse(event.data) as T));
    source.addEventListener('patch', (event) => {
      if (this.view) this.show(mergePatch(this.view, JSON.parse(event.data)) as T);
    });
    source.onerror = () => {
      this.is('reconnecting');
      if (source.readyState === EventSource.CLOSED) this.timer = setTimeout(() => this.open(), PAUSE_MILLISECONDS);
    };
    source.onopen = () => this.is('live');
    this.source = source;
  }

  private show(view: T): void {
    this.view = view;
    this.connection = 'live';
    this.changed(view);
    this.host.requestUpdate();
  }

  private is(connection: Connection): void {
    this.connection = connection;
    this.host.requestUpdate();
  }
}
