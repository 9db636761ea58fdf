import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Again} from '../api/again';
import {DOUBT, SESSION, get, post, remove} from '../api/api';

/** What a caller may do, from the least to the most; each includes those before it. */
const SCOPES = ['monitor', 'read', 'run', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who is signed in with this browser. */
export interface SessionState {
  /** Whether everybody may do everything. */
  readonly open: boolean;
  readonly name: string | null;
  readonly scope: Scope | null;
  readonly until: string | null;
  /** What the provider of single sign-on is called. */
  readonly provider: string | null;
}

let scope: Scope | null = null;

/** Whether who is signed in may do something; what may not be done is not offered. */
export function may(wanted: Scope): boolean {
  return scope !== null && SCOPES.indexOf(scope) >= SCOPES.indexOf(wanted);
}

/** Knows who is signed in, and asks again where an answer raises doubt. Its host is rendered anew at each change. */
export class Session implements ReactiveController {
  state: SessionState | undefined;
  error: unknown;
  private readonly again: Again;
  private readonly doubted = () => void this.load();

  constructor(private readonly host: ReactiveControllerHost) {
    this.again = new Again(host, this.doubted);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener(DOUBT, this.doubted);
    void this.load();
  }

  hostDisconnected(): void {
    removeEventListener(DOUBT, this.doubted);
  }

  /** Whether the pages can be shown. */
  get canRead(): boolean {
    return !!this.state && may('read');
  }

  async signIn(key: string): Promise<void> {
    this.is(await post<SessionState>(SESSION, {key}));
  }

  async signOut(): Promise<void> {
    await remove(SESSION);
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.is(await get<SessionState>(SESSION));
    } catch (error) {
      this.error = error;
      this.again.after(error);
      this.host.requestUpdate();
    }
  }

  private is(state: SessionState): void {
    this.error = undefined;
    this.state = state;
    scope = state.scope;
    this.host.requestUpdate();
  }
}
