import {html, type TemplateResult} from 'lit';

/** What somebody said, as text: its direction is its own, and its line breaks stay. */
export function speech(text: string): TemplateResult {
  return html`<p class="speech" dir="auto">${text}</p>`;
}
