import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {base} from '../shell/base';

/** One study. */
@customElement('study-page')
export class StudyPage extends LitElement {
  @property({attribute: false}) study = '';

  override render() {
    return html`<h1>Study ${this.study}</h1>`;
  }

  static override styles = [base];
}
