import {html, type TemplateResult} from 'lit';
import './dialogue/dialogue-page';
import './machine/machine-page';
import './studies/studies-page';
import './study/study-page';

/** A page: which addresses are its own, and what it looks like. Its part of the address comes decoded. */
export interface Route {
  readonly path: RegExp;
  readonly title: string;
  readonly page: (part: string) => TemplateResult;
}

/** Every page. To add one: import its component above, and say here which address it has. */
export const routes: readonly Route[] = [
  {path: /^\/$/, title: 'Studies', page: () => html`<studies-page></studies-page>`},
  {path: /^\/studies\/([^/]+)$/, title: 'Study', page: (id) => html`<study-page .study=${id}></study-page>`},
  {path: /^\/dialogues\/([^/]+)$/, title: 'Dialogue', page: (id) => html`<dialogue-page .dialogue=${id}></dialogue-page>`},
  {path: /^\/studies\/([^/]+)\/search$/, title: 'Search', page: (id) => html`<study-page .study=${id} first="search"></study-page>`},
  {path: /^\/machine$/, title: 'Machine room', page: () => html`<machine-page></machine-page>`},
];

/** What the header leads to. */
export const navigation: readonly {href: string; label: string}[] = [
  {href: '/', label: 'Studies'},
  {href: '/machine', label: 'Machine room'},
];
