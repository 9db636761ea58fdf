import type {Axes, LiveArm, StudyView} from '../api/types';

type Axis = keyof Axes;

/** The axes of arms as people call them, in the order of results. */
export const AXES: readonly {axis: Axis; label: string}[] = [
  {axis: 'condition', label: 'condition'}, {axis: 'student', label: 'student'}, {axis: 'teacher', label: 'teacher'},
  {axis: 'lesson_author', label: 'lesson by'}, {axis: 'quiz_mode', label: 'quiz'}, {axis: 'strategy', label: 'strategy'},
  {axis: 'style', label: 'style'}, {axis: 'from', label: 'from'}, {axis: 'framing', label: 'framing'}, {axis: 'at', label: 'at turn'},
];

/** The axes in which some arms differ from each other; where an axis does not apply, arms do not differ by that. */
export function varying(arms: readonly Axes[]): Axis[] {
  return AXES.map(({axis}) => axis).filter((axis) => new Set(arms.map((arm) => arm[axis]).filter((value) => value != null)).size > 1);
}

/** What an arm is called among others: its condition, and what else sets it apart. Axes that are said elsewhere are left out. */
export function nameOf(arm: Axes, others: readonly Axes[], without: readonly Axis[] = []): string {
  const axes = new Set<Axis>(['condition', ...varying(others)]);
  const told = AXES.filter(({axis}) => axes.has(axis) && !without.includes(axis) && arm[axis] != null);
  return told.map(({axis, label}) => (axis === 'at' ? `${label} ${arm[axis]}` : String(arm[axis]))).join(' · ') || arm.condition;
}

const CONDITIONS = ['closed-book', 'static-lesson', 'dynamic', 'dynamic-with-lesson', 'full-context'];

/** The arms of a study with their ids: conditions as they are documented, then forks; then by their names. */
export function armsOf(view: StudyView): readonly (readonly [string, LiveArm])[] {
  const arms = Object.entries(view.arms ?? {});
  const all = arms.map(([, arm]) => arm);
  const rank = ({condition}: Axes) => (CONDITIONS.indexOf(condition) + 1 || CONDITIONS.length + 1);
  return arms.toSorted(([, a], [, b]) => rank(a) - rank(b) || nameOf(a, all).localeCompare(nameOf(b, all), 'en'));
}
