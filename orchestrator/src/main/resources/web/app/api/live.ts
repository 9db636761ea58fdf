import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mergePatch} from './merge-patch';

/** How well what is shown keeps up: not yet, as it happens, cut off for now, or over. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'closed';

/** A view that the orchestrator keeps up to date: a state, then its changes. Its host is rendered anew at each. */
export class Live<T> implements ReactiveController {
  view: T | undefined;
  connection: Connection = 'connecting';
  private source: EventSource | undefined;
  private url: string | undefined;

  constructor(private readonly host: ReactiveControllerHost, private readonly changed: (view: T) => void = () => {}) {
    host.addController(this);
  }

  /** Watches another view; the same one again changes nothing. */
  watch(url: string): void {
    if (url === this.url) return;
    this.url = url;
    this.view = undefined;
    this.open();
  }

  hostConnected(): void {
    if (this.url) this.open();
  }

  hostDisconnected(): void {
    this.source?.close();
    this.source = undefined;
  }

  private open(): void {
    this.source?.close();
    this.connection = 'connecting';
    const source = new EventSource(this.url!);
    source.addEventListener('view', (event) => this.show(JSON.parse(event.data) as T));
    source.addEventListener('patch', (event) => {
      if (this.view) this.show(mergePatch(this.view, JSON.parse(event.data)) as T);
    });
    source.onerror = () => this.is(source.readyState === EventSource.CLOSED ? 'closed' : 'reconnecting');
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
