import {css} from 'lit';

/** What the small tables of the machine room look like. */
export const tables = css`
  table { width: 100%; border-collapse: collapse; font-size: 13px; }
  th { text-align: left; font-weight: 600; color: var(--muted); }
  th.number { text-align: right; }
  th, .number { white-space: nowrap; }
  th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); vertical-align: middle; overflow-wrap: anywhere; }
  tbody tr:hover { background: var(--hover); }
  .warn { color: var(--warn); }
  .bad { color: var(--bad); }
  td button { min-height: 26px; padding: 1px 8px; font-size: 13px; }
`;
