import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {compact, count, money, percent, points, shortId} from '../format/format';
import {base} from '../shell/base';
import {AXES} from '../study/arms';
import type {Dialogue} from './types';

/** What a dialogue is of, how far it is, and what it has come to. */
@customElement('dialogue-header')
export class DialogueHeader extends LitElement {
  @property({attribute: false}) dialogue!: Dialogue;

  override render() {
    const {id, study, concept_id, stage, reason} = this.dialogue;
    return html`
      <p class="path"><a href="/studies/${study}?tab=dialogues">Dialogues of the study</a></p>
      <div class="top">
        <h1>${concept_id}</h1>
        <span class="stage ${stage}"><i aria-hidden="true"></i>${stage}</span>
        <code title=${id}>${shortId(id)}</code>
      </div>
      <ul class="axes" aria-label="The cell">${this.axes().map(([label, value]) => html`<li><span>${label}</span> ${value}</li>`)}</ul>
      <dl>${this.figures().map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
      ${reason ? html`<p class="reason"><strong>${stage === 'failed' ? 'It failed:' : 'Note:'}</strong> ${reason}</p>` : nothing}
      ${this.relatives()}`;
  }

  private axes(): [string, unknown][] {
    const {seed, lesson_draw, option_order, candidate} = this.dialogue;
    const axes: [string, unknown][] = AXES.filter(({axis}) => this.dialogue[axis] != null).map(({axis, label}) => [label, this.dialogue[axis]]);
    if (seed != null) axes.push(['seed', seed]);
    if (lesson_draw) axes.push(['draw of the lesson', lesson_draw]);
    if (option_order) axes.push(['order of options', option_order]);
    if (candidate != null) axes.push(['candidate', candidate]);
    return axes;
  }

  private figures(): [string, unknown][] {
    const {domain, turns_done, turns_planned, accuracy_first, accuracy_last, calls, tokens, cost} = this.dialogue;
    const gain = accuracy_first == null || accuracy_last == null || !turns_done ? null : accuracy_last - accuracy_first;
    return [
      ['Domain', domain], ['Turns', `${turns_done} of ${turns_planned}`],
      ['First quiz, % right', percent(accuracy_first)], ['Last quiz, % right', percent(accuracy_last)], ['Gain, points', points(gain)],
      ['Calls', count(calls)], ['Tokens in, out', `${compact(tokens.input)}, ${compact(tokens.output)}`], ['Cost', money(cost)],
    ];
  }

  private relatives() {
    const {donor, forks} = this.dialogue;
    if (!donor && !forks.length) return nothing;
    const link = (id: string) => html`<a href="/dialogues/${id}"><code>${shortId(id)}</code></a> `;
    return html`<p>${donor ? html`Forks the dialogue ${link(donor)}. ` : nothing}${forks.length
      ? html`Forked by ${forks.map(link)}` : nothing}</p>`;
  }

  static override styles = [base, css`
    .path { margin: 0 0 6px; font-size: 13px; }
    .top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; }
    .stage { font-size: 13px; font-weight: 600; color: var(--tone); --tone: var(--muted); }
    .stage i { display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; background: var(--tone); }
    .running { --tone: var(--accent); }
    .finished { --tone: var(--good); }
    .failed { --tone: var(--bad); }
    .failed i { border-radius: 0; transform: rotate(45deg); }
    .axes { display: flex; flex-wrap: wrap; gap: 6px; margin: 10px 0; padding: 0; list-style: none; }
    .axes li { padding: 1px 8px; border: 1px solid var(--line); border-radius: 12px; font-size: 13px; background: var(--raised); overflow-wrap: anywhere; }
    .axes span { color: var(--muted); }
    dl { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 12px 0 8px; }
    dt { font-size: 12px; color: var(--muted); }
    dd { margin: 0; font-weight: 550; overflow-wrap: anywhere; }
    .reason { padding: 8px 12px; border-left: 3px solid var(--bad); background: var(--raised); overflow-wrap: anywhere; max-width: none; }
  `];
}
