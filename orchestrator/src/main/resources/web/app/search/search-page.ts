import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';
import './study-search';

/** Search in a study, as a page of its own. */
@customElement('search-page')
export class SearchPage extends LitElement {
  @property({attribute: false}) study = '';

  override render() {
    return html`
      <p><a href="/studies/${this.study}">The study</a></p>
      <h1>What was said</h1>
      <study-search .study=${this.study}></study-search>`;
  }

  static override styles = [base, css`p { margin: 0 0 6px; font-size: 13px; }`];
}
