import {html, type TemplateResult} from 'lit';
import type {StudyView} from '../api/types';
import './compare-tab';
import './curves-tab';
import './dialogues-tab';
import './differences-tab';
import './results-tab';

/** A part of a study's page: `?tab=` and what it looks like. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly show: (view: StudyView) => TemplateResult;
}

/** Every tab of a study. To add one: import its component above, and a line here. */
export const tabs: readonly Tab[] = [
  {id: 'curves', label: 'Curves', show: (view) => html`<curves-tab .view=${view}></curves-tab>`},
  {id: 'table', label: 'Table', show: (view) => html`<results-tab .view=${view}></results-tab>`},
  {id: 'dialogues', label: 'Dialogues', show: (view) => html`<dialogues-tab .view=${view}></dialogues-tab>`},
  {id: 'compare', label: 'Compare', show: (view) => html`<compare-tab .view=${view}></compare-tab>`},
  {id: 'differences', label: 'Differences', show: (view) => html`<differences-tab .view=${view}></differences-tab>`},
];
