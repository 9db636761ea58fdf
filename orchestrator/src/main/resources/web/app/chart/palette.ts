/** Colours that differ for every kind of colour vision and stand out from the paper by 3:1; shapes tell them apart too. */
export const COLOURS = [
  ['#0a6aa8', '#56b4e9'], ['#b84a00', '#f08a4b'], ['#00795b', '#35c79a'], ['#a04588', '#dd8fc6'],
  ['#7d6200', '#e5c04b'], ['#5a4fb0', '#a9a0f0'], ['#3f6e1f', '#a3cf6d'], ['#5b6470', '#b3bcc6'],
] as const;

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'] as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** The looks of a line: by its number its colour and shape, and a dash once all colours have been used. */
export function looks(style: number, dark: boolean) {
  return {
    colour: COLOURS[style % COLOURS.length]![dark ? 1 : 0],
    symbol: SYMBOLS[style % SYMBOLS.length]!,
    dash: DASHES[Math.floor(style / COLOURS.length) % DASHES.length]!,
  };
}

/** Whether the page is dark now. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
