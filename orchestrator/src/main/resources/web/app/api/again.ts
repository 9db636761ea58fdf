import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ApiError} from './api';

const PAUSE_MILLISECONDS = 3000;
const FIRST_FAULT_OF_A_SERVER = 500;

/** Asks again after a while where nobody answered, or with a fault of its own: an orchestrator that was gone comes back. */
export class Again implements ReactiveController {
  private timer = 0;

  constructor(host: ReactiveControllerHost, private readonly ask: () => void) {
    host.addController(this);
  }

  /** Whether that comes depends on what went wrong; nothing, where nothing did. */
  after(error: unknown): void {
    clearTimeout(this.timer);
    if (error instanceof ApiError && (error.status === 0 || error.status >= FIRST_FAULT_OF_A_SERVER)) {
      this.timer = setTimeout(this.ask, PAUSE_MILLISECONDS);
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}
