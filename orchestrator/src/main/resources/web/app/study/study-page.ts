import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {get} from '../api/api';
import {Again} from '../api/again';
import {Live} from '../api/live';
import type {StudyStatus, StudyView} from '../api/types';
import {base} from '../shell/base';
import '../shell/problem-note';
import {Address} from '../shell/router';
import './study-header';
import {tabs} from './tabs';

/** One study: how it stands, and a tab for each way of looking at it. */
@customElement('study-page')
export class StudyPage extends LitElement {
  @property({attribute: false}) study = '';
  /** What is shown where the address names no tab. */
  @property() first = 'curves';
  private readonly address = new Address(this);
  private readonly live = new Live<StudyView>(this, (view) => this.moved(view));
  private readonly again = new Again(this, () => void this.load());
  @state() private status: StudyStatus | undefined;
  @state() private error: unknown;

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('study')) return;
    this.status = undefined;
    this.error = undefined;
    void this.load();
  }

  private get path(): string {
    return `/api/studies/${encodeURIComponent(this.study)}`;
  }

  private async load(): Promise<void> {
    try {
      this.status = await get<StudyStatus>(this.path);
      this.error = undefined;
      document.title = `${this.status.name} · Interact`;
      this.live.watch(`${this.path}/live`);
    } catch (error) {
      this.error = error;
      this.again.after(error);
    }
  }

  /** Figures come with the view; what waits and why something failed is asked for when the state changes. */
  private moved({study, dialogues}: StudyView): void {
    if (study.state !== this.status?.state || dialogues.failed !== this.status.dialogues.failed) void this.load();
  }

  override render() {
    if (this.error && !this.status) return html`<h1>Study</h1><problem-note .error=${this.error}></problem-note><p><a href="/">To the studies</a></p>`;
    if (!this.status) return html`<p class="muted" role="status">Loading…</p>`;
    return html`
      <study-header .status=${this.current()} .connection=${this.live.connection} @changed=${() => this.load()}></study-header>
      ${this.status.kind === 'study' ? this.tabs() : nothing}`;
  }

  private current(): StudyStatus {
    const view = this.live.view;
    if (!view || !this.status) return this.status!;
    const {study, dialogues, calls, tokens} = view;
    const {cap, spent} = view.budget;
    const budget = {...this.status.budget, cap: {...this.status.budget.cap, usd: cap ?? null}, spent: {...this.status.budget.spent, usd: spent}};
    return {...this.status, ...study, dialogues, calls, tokens, budget, eta_seconds: view.eta_seconds ?? null};
  }

  private tabs() {
    const shown = tabs.find(({id}) => id === this.address.query('tab', this.first)) ?? tabs[0]!;
    return html`
      <nav aria-label="Parts of the study">${tabs.map(({id, label}) => html`
        <a href="/studies/${encodeURIComponent(this.study)}?tab=${id}" aria-current=${id === shown.id ? 'page' : 'false'}>${label}</a>`)}</nav>
      ${shown.show(this.current(), this.live.view)}`;
  }

  static override styles = [base, css`
    nav { display: flex; gap: 2px; margin: 14px 0 10px; border-bottom: 1px solid var(--line); overflow-x: auto; }
    nav a { padding: 6px 12px; color: var(--muted); text-decoration: none; border-bottom: 2px solid transparent; margin-bottom: -1px; white-space: nowrap; }
    nav a:hover { color: var(--text); }
    nav a:focus-visible { outline-offset: -2px; }
    nav a[aria-current="page"] { color: var(--text); font-weight: 600; border-color: var(--accent); }
  `];
}
