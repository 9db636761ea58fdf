import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../app/shell/base';
import type {Shown} from './shown';

/** What was said so far, and the lesson before it. All of it is text, whoever wrote it. */
@customElement('conversation-log')
export class ConversationLog extends LitElement {
  @property({attribute: false}) shown!: Shown;

  override render() {
    const {lesson, said, asked} = this.shown;
    return html`
      ${lesson === null ? nothing : html`<section aria-label="Lesson"><h2>Your lesson</h2><div class="text lesson">${lesson}</div></section>`}
      ${said.length === 0 && asked === null ? nothing : html`
        <section aria-label="Conversation"><ol>
          ${said.map(({question, answer}) => html`${words('You', question)}${words('Teacher', answer)}`)}
          ${asked === null ? nothing : words('You', asked)}
        </ol></section>`}`;
  }

  static override styles = [base, css`
    ol { list-style: none; margin: 12px 0; padding: 0; display: flex; flex-direction: column; gap: 10px; }
    li { max-width: 85%; padding: 8px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
    li.you { align-self: flex-end; background: var(--selected); }
    .who { font-size: 12px; font-weight: 600; color: var(--muted); }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; }
    .lesson { padding: 10px 14px; border-left: 3px solid var(--accent); background: var(--raised); max-width: 80ch; }
    @media (max-width: 600px) { li { max-width: 100%; } }
  `];
}

function words(who: 'You' | 'Teacher', text: string) {
  return html`<li class=${who === 'You' ? 'you' : 'teacher'}><div class="who">${who}</div><div class="text">${text}</div></li>`;
}
