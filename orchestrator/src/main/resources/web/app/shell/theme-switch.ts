import {LitElement, css, html} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {base} from './base';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Chooses between light, dark, and whatever the system has. The choice is kept in this browser. */
@customElement('theme-switch')
export class ThemeSwitch extends LitElement {
  @state() private theme: Theme = (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'auto';

  override render() {
    return html`
      <label>Theme
        <select @change=${this.choose}>
          ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${theme}</option>`)}
        </select>
      </label>`;
  }

  private choose(event: Event): void {
    this.theme = (event.target as HTMLSelectElement).value as Theme;
    if (this.theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.theme;
    keep(this.theme);
    dispatchEvent(new Event('theme-changed'));
  }

  static override styles = [base, css`
    label { font-size: 13px; }
    select { padding: 2px 4px; min-height: 26px; margin-left: 4px; }
  `];
}

function keep(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
