import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {mergePatch} from './merge-patch';
import {Stream, type Connection} from './stream';

/** A view that the orchestrator keeps up to date: a state, then its changes. Its host is rendered anew at each. */
export class Live<T> implements ReactiveController {
  view: T | undefined;
  connection: Connection = 'connecting';
  private url: string | undefined;
  private readonly stream = new Stream(
    {
      view: (event) => this.show(JSON.parse(event.data) as T),
      patch: (event) => {
        if (this.view) this.show(mergePatch(this.view, JSON.parse(event.data)) as T);
      },
    },
    (connection) => this.is(connection),
  );

  constructor(private readonly host: ReactiveControllerHost, private readonly changed: (view: T) => void = () => {}) {
    host.addController(this);
  }

  /** Watches another view; the same one again changes nothing. */
  watch(url: string): void {
    if (url === this.url) return;
    this.url = url;
    this.view = undefined;
    this.connection = 'connecting';
    this.stream.open(() => url);
  }

  hostConnected(): void {
    const {url} = this;
    if (url) this.stream.open(() => url);
  }

  hostDisconnected(): void {
    this.stream.close();
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
