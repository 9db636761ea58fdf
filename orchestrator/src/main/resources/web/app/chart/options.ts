import type {EChartsCoreOption} from 'echarts/core';
import {looks} from './palette';
import {concepts, turnsOf, type Series} from './series';

/** What a chart shows, beside its lines. */
export interface Frame {
  readonly dark: boolean;
  /** The least and the most of the vertical axis, as shares. */
  readonly range: readonly [number, number];
  /** Colours of the page, by what they are for. */
  readonly ink: {readonly text: string; readonly muted: string; readonly line: string; readonly paper: string};
}

/** The options of ECharts for learning curves: a line of means for each series, and a ribbon between low and high. */
export function options(series: readonly Series[], frame: Frame): EChartsCoreOption {
  const turns = turnsOf(series);
  const {ink} = frame;
  return {
    animationDuration: 0,
    animationDurationUpdate: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250,
    grid: {left: 38, right: 14, top: 12, bottom: 54},
    xAxis: {
      type: 'category',
      data: turns.map(String),
      boundaryGap: false,
      name: 'questions asked',
      nameLocation: 'middle',
      nameGap: 38,
      nameTextStyle: {color: ink.muted, fontSize: 12},
      axisLine: {lineStyle: {color: ink.muted}},
      axisTick: {show: false},
      axisLabel: {
        color: ink.muted, lineHeight: 15, hideOverlap: true,
        formatter: (turn: string) => `${turn}\nn=${concepts(series, Number(turn))}`,
      },
    },
    yAxis: {
      type: 'value',
      min: frame.range[0],
      max: frame.range[1],
      axisLabel: {color: ink.muted, formatter: (share: number) => `${Math.round(100 * share)}`},
      splitLine: {lineStyle: {color: ink.line}},
    },
    series: series.flatMap((line) => [...ribbon(line, turns, frame), mean(line, turns, frame)]),
  };
}

function mean(line: Series, turns: readonly number[], {dark, ink}: Frame) {
  const {colour, symbol, dash} = looks(line.style, dark);
  const values = new Map(line.points.map((point) => [point.turn, point.mean]));
  return {
    id: line.id, type: 'line', data: turns.map((turn) => values.get(turn) ?? null), connectNulls: true,
    symbol, symbolSize: 7, showAllSymbol: true, z: 3,
    lineStyle: {color: colour, width: 2, type: dash}, itemStyle: {color: colour, borderColor: ink.paper, borderWidth: 0},
    emphasis: {disabled: true}, silent: true,
  };
}

/** Two lines on each other without a stroke of their own: up to low, and from there to high, which is filled. */
function ribbon(line: Series, turns: readonly number[], {dark}: Frame) {
  const points = new Map(line.points.map((point) => [point.turn, point]));
  const low = turns.map((turn) => points.get(turn)?.low ?? null);
  if (low.every((value) => value === null)) return [];
  const width = turns.map((turn) => {
    const point = points.get(turn);
    return point?.low == null || point.high == null ? null : point.high - point.low;
  });
  const unseen = {type: 'line', stack: `ribbon ${line.id}`, stackStrategy: 'all', symbol: 'none', lineStyle: {opacity: 0}, silent: true, emphasis: {disabled: true}};
  return [
    {...unseen, id: `low ${line.id}`, data: low},
    {...unseen, id: `ribbon ${line.id}`, data: width, areaStyle: {color: looks(line.style, dark).colour, opacity: dark ? 0.2 : 0.13}},
  ];
}
