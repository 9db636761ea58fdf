import type {ReactiveController, ReactiveControllerHost} from 'lit';

const CHANGED = 'address-changed';

/** Goes to an address of this page, as a link would. */
export function go(href: string): void {
  history.pushState(null, '', href);
  dispatchEvent(new Event(CHANGED));
}

/** Changes the query of the address: the page's state. Null, undefined or an empty text takes a parameter away. */
export function setQuery(changes: Record<string, string | null | undefined>, how: 'push' | 'replace' = 'push'): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.href === location.href) return;
  if (how === 'push') history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  dispatchEvent(new Event(CHANGED));
}

/** Has its host rendered anew whenever the address changes. */
export class Address implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get path(): string {
    return location.pathname;
  }

  /** A parameter of the query, or the default where it is not there. */
  query(name: string, fallback = ''): string {
    return new URLSearchParams(location.search).get(name) ?? fallback;
  }

  hostConnected(): void {
    addEventListener(CHANGED, this.changed);
    addEventListener('popstate', this.changed);
  }

  hostDisconnected(): void {
    removeEventListener(CHANGED, this.changed);
    removeEventListener('popstate', this.changed);
  }

  private readonly changed = () => this.host.requestUpdate();
}

/** Links within the page are followed without loading it anew; others, and those of new tabs, are left alone. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find((element) => element instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  go(link.href);
}
