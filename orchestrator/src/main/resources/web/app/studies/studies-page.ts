import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {base} from '../shell/base';

/** All studies and preparations. */
@customElement('studies-page')
export class StudiesPage extends LitElement {
  override render() {
    return html`<h1>Studies</h1>`;
  }

  static override styles = [base];
}
