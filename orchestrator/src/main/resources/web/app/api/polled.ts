import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {getIfChanged, isAborted} from './api';

const PAUSE_MILLISECONDS = 2000;

/** Something that is asked for every two seconds while the page is seen. What has not changed is not sent again. */
export class Polled<T> implements ReactiveController {
  value: T | undefined;
  error: unknown;
  private path = '';
  private version: string | null = null;
  private timer = 0;
  private request: AbortController | undefined;

  /**
   * @param answered is told of each answer, and whether it is another than the one before
   * @param isOver whether a value is the last: it is not asked for again
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly answered: (value: T, isNew: boolean) => void = () => {},
    private readonly isOver: (value: T) => boolean = () => false,
  ) {
    host.addController(this);
  }

  /** What to ask for; the same again changes nothing. */
  watch(path: string): void {
    if (path === this.path) return;
    this.path = path;
    this.value = undefined;
    this.version = null;
    this.error = undefined;
    this.refresh();
  }

  /** Asks at once. */
  refresh(): void {
    this.stop();
    void this.load();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.seen);
    if (this.path) this.refresh();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.seen);
    this.stop();
  }

  private readonly seen = () => {
    this.stop();
    if (!document.hidden && this.path && !(this.value && this.isOver(this.value))) void this.load();
  };

  private stop(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private async load(): Promise<void> {
    const request = new AbortController();
    this.request = request;
    try {
      const answer = await getIfChanged<T>(this.path, this.version, request.signal);
      this.is(answer?.value, answer?.version);
    } catch (error) {
      if (isAborted(error) || request.signal.aborted) return;
      this.error = error;
      this.host.requestUpdate();
    }
    if (!document.hidden && !(this.value && this.isOver(this.value))) this.timer = setTimeout(() => void this.load(), PAUSE_MILLISECONDS);
  }

  /** Nothing stands for what there was before. */
  private is(value: T | undefined, version: string | null | undefined): void {
    const isNew = value !== undefined;
    if (isNew) {
      this.value = value;
      this.version = version ?? null;
    }
    if (this.value !== undefined) this.answered(this.value, isNew);
    if (isNew || this.error) this.host.requestUpdate();
    this.error = undefined;
  }
}
