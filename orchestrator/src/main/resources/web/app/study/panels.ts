import type {Axes, Curve, Curves, StudyView} from '../api/types';
import {lookOf} from '../chart/palette';
import type {Series} from '../chart/series';
import {armsOf, nameOf} from './arms';

/** By what curves are set side by side; `all` has them in one chart. */
export const VIEWS = ['all', 'condition', 'student', 'teacher', 'domain', 'level'] as const;
export type By = (typeof VIEWS)[number];

/** A chart of several. */
export interface Panel {
  readonly heading: string;
  readonly series: readonly Series[];
}

/** Every line that there may be, by its full name. */
export function lines(view: StudyView): Series[] {
  const arms = armsOf(view);
  const all = arms.map(([, arm]) => arm);
  return arms.map(([id, arm]) => line(id, lookAmong(arm, all), nameOf(arm, all), arm.curve));
}

/** Conditions have colours and their arms variants of it; where there is one condition, each arm has a colour. */
function lookAmong(arm: Axes, all: readonly Axes[]): number {
  const conditions = [...new Set(all.map(({condition}) => condition))];
  if (conditions.length === 1) return lookOf(all.indexOf(arm), Math.floor(all.indexOf(arm) / 8));
  const alike = all.filter(({condition}) => condition === arm.condition);
  return lookOf(conditions.indexOf(arm.condition), alike.indexOf(arm));
}

/** The charts of a study. */
export function panels(view: StudyView, by: By): Panel[] {
  switch (by) {
    case 'all': return [{heading: '', series: lines(view)}];
    case 'domain': return slices(view, view.domains ?? {});
    case 'level': return slices(view, view.levels ?? {});
    case 'condition':
    case 'student':
    case 'teacher': return byAxis(view, by);
  }
}

/** Which ways to set curves side by side make sense: those with more than one chart, and all in one. */
export function viewsOf(view: StudyView): By[] {
  return VIEWS.filter((by) => by === 'all' || panels(view, by).length > 1);
}

function byAxis(view: StudyView, axis: 'condition' | 'student' | 'teacher'): Panel[] {
  const arms = armsOf(view);
  const all = arms.map(([, arm]) => arm);
  const values = [...new Set(all.map((arm) => arm[axis]).filter((value) => value != null))];
  return values.map((value) => {
    const own = arms.filter(([, arm]) => arm[axis] === value);
    const unsaid = own.length > 1 ? [axis] : [];
    return {heading: value, series: own.map(([id, arm]) => line(id, lookAmong(arm, all), nameOf(arm, all, unsaid), arm.curve))};
  });
}

function slices(view: StudyView, curves: Readonly<Record<string, Curves>>): Panel[] {
  return Object.entries(curves).map(([slice, of]) => ({
    heading: slice,
    series: lines(view).map(({id, look, label}) => line(id, look, label, of[id] ?? {})),
  }));
}

function line(id: string, look: number, label: string, curve: Curve): Series {
  return {id, label, look, points: Object.values(curve).sort((a, b) => a.turn - b.turn)};
}

/** The least and the most that charts must show, in tenths, so that all have the same axis and it seldom moves. */
export function range(shown: readonly Panel[]): [number, number] {
  const shares = shown.flatMap(({series}) => series.flatMap(({points}) => points.flatMap(({mean, low, high}) => [low ?? mean, high ?? mean])));
  if (!shares.length) return [0, 1];
  return [Math.max(0, Math.floor(Math.min(...shares) * 10) / 10), Math.min(1, Math.ceil(Math.max(...shares) * 10) / 10)];
}
