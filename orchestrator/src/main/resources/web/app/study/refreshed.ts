import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Again} from '../api/again';
import {isAborted} from '../api/api';

const PAUSE_MILLISECONDS = 5000;

/** Something that is asked for again when what it depends on has changed, but not more often than every five seconds. */
export class Refreshed<T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  private key: string | undefined;
  private version: unknown;
  private begun = 0;
  private timer = 0;
  private request: AbortController | undefined;
  private readonly again: Again;

  constructor(private readonly host: ReactiveControllerHost, private readonly ask: (signal: AbortSignal) => Promise<T>) {
    this.again = new Again(host, () => this.load());
    host.addController(this);
  }

  /**
   * To be called at each rendering.
   *
   * @param key what is asked for; another one is asked for at once
   * @param version changes when the answer may have changed
   */
  keep(key: string, version: unknown): void {
    if (key !== this.key) {
      this.key = key;
      this.version = version;
      this.value = undefined;
      this.load();
    } else if (version !== this.version && !this.timer) {
      const wait = Math.max(0, this.begun + PAUSE_MILLISECONDS - Date.now());
      this.timer = setTimeout(() => this.load(), wait);
      this.version = version;
    }
  }

  hostDisconnected(): void {
    this.stop();
    this.key = undefined;
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.request?.abort();
  }

  private load(): void {
    this.stop();
    this.begun = Date.now();
    const request = new AbortController();
    this.request = request;
    this.ask(request.signal).then(
      (value) => this.is(value, undefined),
      (error: unknown) => isAborted(error) || this.is(undefined, error),
    );
  }

  /** What was there stays where it cannot be asked for again. */
  private is(value: T | undefined, error: unknown): void {
    this.value = value ?? this.value;
    this.again.after(error);
    this.error = error;
    this.host.requestUpdate();
  }
}
