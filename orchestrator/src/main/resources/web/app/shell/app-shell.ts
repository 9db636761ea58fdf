import {LitElement, css, html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {Session} from '../access/session';
import '../access/sign-in';
import '../access/signed-in';
import {navigation, routes} from '../routes';
import {base} from './base';
import './notice';
import './problem-note';
import {Address, followLinks} from './router';
import './theme-switch';

/** Header, navigation, and the page that the address names. */
@customElement('app-shell')
export class AppShell extends LitElement {
  private readonly address = new Address(this);
  private readonly session = new Session(this);
  private shownPath = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', followLinks);
  }

  override render() {
    return html`
      <a class="skip" href="#main" @click=${this.skip}>Skip to the content</a>
      <header>
        <a class="brand" href="/"><span aria-hidden="true">◤</span> Interact</a>
        <nav aria-label="Main">${navigation.map(({href, label}) => this.link(href, label))}</nav>
        <signed-in .session=${this.session} .state=${this.session.state}></signed-in>
        <theme-switch></theme-switch>
      </header>
      <main id="main" tabindex="-1">${this.content()}</main>
      <notice-bar></notice-bar>`;
  }

  private link(href: string, label: string) {
    return html`<a href=${href} aria-current=${this.address.path === href ? 'page' : 'false'}>${label}</a>`;
  }

  private content() {
    const {session} = this;
    if (session.canRead) return this.page();
    return session.state
      ? html`<sign-in .session=${session}></sign-in>`
      : html`<problem-note .error=${session.error}></problem-note>`;
  }

  private page() {
    for (const route of routes) {
      const match = route.path.exec(this.address.path);
      if (match) return route.page(decoded(match[1] ?? ''));
    }
    return html`<h1>Not found</h1>
      <p>There is no page at ${this.address.path}. <a href="/">To the studies</a></p>`;
  }

  /** Who cannot see that the page has changed hears it: the focus goes to the new one. */
  override updated(): void {
    if (this.shownPath && this.shownPath !== this.address.path) {
      this.main.focus({preventScroll: true});
      scrollTo(0, 0);
    }
    if (this.shownPath !== this.address.path) {
      document.title = `${routes.find(({path}) => path.test(this.address.path))?.title ?? 'Not found'} · Interact`;
    }
    this.shownPath = this.address.path;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }

  private get main(): HTMLElement {
    return this.renderRoot.querySelector('main')!;
  }

  static override styles = [base, css`
    header {
      display: flex; flex-wrap: wrap; align-items: center; gap: 4px 24px; min-height: 44px; padding: 0 20px;
      border-bottom: 1px solid var(--line); background: var(--raised);
    }
    .brand { color: var(--text); font-weight: 650; text-decoration: none; letter-spacing: -.01em; }
    .brand span { color: var(--accent); }
    nav { display: flex; gap: 4px; flex: 1; }
    nav a { padding: 5px 10px; border-radius: var(--radius); color: var(--muted); text-decoration: none; }
    nav a:hover { background: var(--hover); color: var(--text); }
    nav a[aria-current="page"] { color: var(--text); font-weight: 600; }
    main { max-width: 1400px; margin: 0 auto; padding: 16px 20px 40px; outline: none; }
    .skip { position: absolute; left: -999px; top: 4px; padding: 6px 12px; background: var(--paper); z-index: 10; }
    .skip:focus { left: 4px; }
    @media (max-width: 600px) { main { padding: 12px 12px 32px; } header { padding: 4px 12px; gap: 4px 12px; } }
  `];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
