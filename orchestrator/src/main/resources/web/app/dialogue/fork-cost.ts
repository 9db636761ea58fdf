import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {count, money} from '../format/format';
import {base} from '../shell/base';

/** What a study would take; costs in US dollars. */
export interface Plan {
  readonly totals: {
    readonly calls: {readonly planned: number; readonly recorded: number; readonly new: number};
    readonly cost: number;
    readonly cost_at_most: number;
  };
  /** Null where nothing caps it. */
  readonly budget: {readonly usd: number | null; readonly exceeded: string | null; readonly exceeded_at_most: string | null} | null;
}

/** Says what something would cost, and whether its cap allows it. */
@customElement('fork-cost')
export class ForkCost extends LitElement {
  @property({attribute: false}) plan: Plan | undefined;

  override render() {
    if (!this.plan) return html`<p class="muted" role="status">Estimating what it costs…</p>`;
    const {calls, cost, cost_at_most} = this.plan.totals;
    return html`<div role="status">
      <p><b>${count(calls.new)} new ${calls.new === 1 ? 'call' : 'calls'}</b> of ${count(calls.planned)}; the others are recorded.
        It costs about <b>${money(cost)}</b>${cost_at_most > cost ? html`, ${money(cost_at_most)} at most` : nothing}.</p>
      ${this.cap()}</div>`;
  }

  private cap() {
    const {budget} = this.plan!;
    if (!budget) return html`<p class="muted">Nothing caps what it spends.</p>`;
    const cap = budget.usd == null ? 'its cap' : `its cap of ${money(budget.usd)}`;
    if (budget.exceeded) return html`<p class="over">That is more than ${cap}: it would be paused before it is done.</p>`;
    if (budget.exceeded_at_most) return html`<p>It stays within ${cap}, unless answers are much longer than they usually are; then it is paused.</p>`;
    return html`<p>It stays within ${cap}, however long answers are.</p>`;
  }

  static override styles = [base, css`
    :host { padding: 8px 12px; background: var(--raised); border-radius: var(--radius); }
    p { margin: 2px 0; }
    .over { color: var(--bad); font-weight: 600; }
  `];
}
