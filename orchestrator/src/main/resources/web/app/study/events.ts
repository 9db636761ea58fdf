import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {address} from '../api/api';
import {Stream} from '../api/stream';
import {TYPES, isNoise, typesOf, type Happened} from './happened';

/** How many events are kept; older ones go. */
const MOST = 2000;
/** How far back it begins, in events of all studies. */
const BACK = 2000;
const PERIOD_MILLISECONDS = 250;

/** The last events of a study, newest first. Its host is rendered anew four times a second at most. */
export class Events implements ReactiveController {
  items: readonly Happened[] = [];
  /** What people call the dialogues that were seen starting. */
  readonly concepts = new Map<string, string>();
  private fresh: Happened[] = [];
  private kind = '';
  private last = -1;
  private asked = '';
  private timer = 0;
  private held = false;
  private readonly stream = new Stream(
    Object.fromEntries(TYPES.map((type) => [type, (event: MessageEvent<string>) => this.take(event)])),
    () => {},
  );

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** How many have come since it is paused. */
  get waiting(): number {
    return this.held ? this.fresh.length : 0;
  }

  get isPaused(): boolean {
    return this.held;
  }

  /**
   * Which events; the same again changes nothing.
   *
   * @param offset of the study's last event, or a later one
   */
  of(study: string, kind: string, offset: number): void {
    const asked = `${study} ${kind}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.items = [];
    this.fresh = [];
    this.kind = kind;
    this.last = Math.max(-1, offset - BACK);
    this.stream.open(() => address('/api/events', {study, type: typesOf(kind), after: this.last}));
  }

  /** While it is paused what is shown stays. */
  pause(): void {
    this.held = !this.held;
    this.show();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.stream.close();
    this.asked = '';
  }

  private take(message: MessageEvent<string>): void {
    this.last = Number(message.lastEventId);
    const event = JSON.parse(message.data) as Happened;
    if (!this.kind && isNoise(event)) return;
    const {dialogue, concept} = event.data;
    if (dialogue !== undefined && concept !== undefined) this.concepts.set(String(dialogue), String(concept));
    this.fresh.push(event);
    if (this.fresh.length > MOST) this.fresh.shift();
    this.timer ||= setTimeout(() => this.show(), PERIOD_MILLISECONDS);
  }

  private show(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.held && this.fresh.length) {
      this.items = [...this.fresh.toReversed(), ...this.items].slice(0, MOST);
      this.fresh = [];
    }
    this.host.requestUpdate();
  }
}
