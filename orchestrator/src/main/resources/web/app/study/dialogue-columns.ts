import {html} from 'lit';
import type {Axes, DialogueRow} from '../api/types';
import {NOTHING, compact, count, money, percent, points} from '../format/format';
import type {Column} from '../table/column';
import {nameOf} from './arms';

/** What the list of dialogues shows of each. */
export function dialogueColumns(arms: Readonly<Record<string, Axes>>): readonly Column<DialogueRow>[] {
  const names = new Map(Object.entries(arms).map(([id, arm]) => [id, nameOf(arm, Object.values(arms))]));
  const arm = (row: DialogueRow) => names.get(row.arm) ?? row.condition;
  return [
    {key: 'concept', label: 'Concept', width: 'minmax(150px, 2fr)', value: ({concept_id}) => concept_id, render: ({concept_id}) => concept_id},
    {key: 'domain', label: 'Domain', width: 'minmax(80px, .8fr)', value: ({domain}) => domain, render: ({domain}) => domain},
    {key: 'arm', label: 'Cell', width: 'minmax(150px, 1.7fr)', value: arm, render: (row) => html`<span title=${arm(row)}>${arm(row)}</span>`},
    {key: 'draw', label: 'Draw', width: '78px', value: draw, render: draw},
    {key: 'stage', label: 'Stage', width: '78px', value: ({stage}) => stage, render: stage},
    {
      key: 'turns', label: 'Turns', number: true, width: '58px', value: ({turns_done}) => turns_done,
      render: ({turns_done, turns_planned}) => `${turns_done}/${turns_planned}`,
    },
    {key: 'first', label: 'Start', number: true, width: '56px', value: ({accuracy_first}) => accuracy_first, render: ({accuracy_first}) => percent(accuracy_first)},
    {key: 'last', label: 'Last', number: true, width: '56px', value: ({accuracy_last}) => accuracy_last, render: ({accuracy_last}) => percent(accuracy_last)},
    {key: 'gain', label: 'Gain', number: true, width: '58px', value: gain, render: (row) => points(gain(row))},
    {key: 'calls', label: 'Calls', number: true, width: '56px', value: ({calls}) => calls, render: ({calls}) => count(calls)},
    {key: 'tokens', label: 'Tokens', number: true, width: '68px', value: tokens, render: (row) => compact(tokens(row))},
    {key: 'cost', label: 'Cost', number: true, width: '78px', value: ({cost}) => cost, render: ({cost}) => money(cost)},
  ];
}

function draw({seed, lesson_draw, option_order, candidate}: DialogueRow): string {
  const parts = [seed == null ? '' : `s${seed}`, lesson_draw ? `l${lesson_draw}` : '', option_order ? `o${option_order}` : '', candidate == null ? '' : `c${candidate}`];
  return parts.filter(Boolean).join(' ') || NOTHING;
}

function stage({stage, reason}: DialogueRow) {
  return html`<span class=${stage === 'failed' ? 'bad' : stage === 'planned' ? 'muted' : ''} title=${reason ?? ''}>${stage}</span>`;
}

function gain({accuracy_first, accuracy_last, turns_done}: DialogueRow): number | null {
  return accuracy_first == null || accuracy_last == null || !turns_done ? null : accuracy_last - accuracy_first;
}

function tokens({tokens: {input, output}}: DialogueRow): number {
  return input + output;
}
