import {html, type TemplateResult} from 'lit';
import type {StudyStatus, StudyView} from '../api/types';
import {count} from '../format/format';
import '../search/study-search';
import './compare-tab';
import './curves-tab';
import './dialogues-tab';
import './differences-tab';
import './events-tab';
import './results-tab';

/** A part of a study's page: `?tab=` and what it looks like. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  /** The view comes later than the study: all of its dialogues are read for it. */
  readonly show: (study: StudyStatus, view: StudyView | undefined) => TemplateResult;
}

/** What shows nothing without the view. */
function whole(show: (view: StudyView) => TemplateResult): Tab['show'] {
  return (study, view) => view ? show(view) : html`<p class="muted" role="status">Reading ${count(study.dialogues.total)} dialogues…</p>`;
}

/** Every tab of a study. To add one: import its component above, and a line here. */
export const tabs: readonly Tab[] = [
  {id: 'curves', label: 'Curves', show: whole((view) => html`<curves-tab .view=${view}></curves-tab>`)},
  {id: 'table', label: 'Table', show: whole((view) => html`<results-tab .view=${view}></results-tab>`)},
  {id: 'dialogues', label: 'Dialogues', show: ({id}, view) => html`<dialogues-tab .study=${id} .view=${view}></dialogues-tab>`},
  {id: 'search', label: 'Search', show: ({id}) => html`<study-search .study=${id}></study-search>`},
  {id: 'compare', label: 'Compare', show: whole((view) => html`<compare-tab .view=${view}></compare-tab>`)},
  {id: 'differences', label: 'Differences', show: whole((view) => html`<differences-tab .view=${view}></differences-tab>`)},
  {id: 'events', label: 'Events', show: whole((view) => html`<events-tab .view=${view}></events-tab>`)},
];
