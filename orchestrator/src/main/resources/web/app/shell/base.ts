import {css} from 'lit';

/** What every component looks like: text, links, buttons, fields, focus. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }
  h1 { margin: 0; font-size: 20px; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
  h2 { margin: 20px 0 8px; font-size: 15px; font-weight: 650; }
  p { margin: 8px 0; max-width: 80ch; }
  a { color: var(--accent); text-underline-offset: 2px; }
  code { font: 13px var(--mono); background: var(--raised); padding: 1px 4px; border-radius: 4px; overflow-wrap: anywhere; }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
  button, select, input, .button {
    font: inherit; color: var(--text); background: var(--paper); border: 1px solid var(--control); border-radius: var(--radius);
    padding: 4px 10px; min-height: 30px;
  }
  button, .button { cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; gap: 6px; }
  button:hover:enabled, .button:hover { background: var(--hover); }
  button:disabled { opacity: .55; cursor: default; }
  button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  button.danger { color: var(--bad); border-color: var(--bad); }
  button.plain { border-color: transparent; background: none; }
  label { color: var(--muted); }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin: 12px 0; }
  .muted { color: var(--muted); }
  .number { text-align: right; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
