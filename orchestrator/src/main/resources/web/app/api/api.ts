/** Why a request was refused, in a sentence for people. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly title: string, detail: string) {
    super(detail);
  }
}

/** An event of the window: nobody may be signed in any more. */
export const DOUBT = 'interact-doubt';

/** Where is said who is signed in. */
export const SESSION = '/api/session';

const UNAUTHORIZED = 401;

/** A page of a list; null where there is no next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total?: number;
}

/** What a request asks for; parameters that are empty are left out. */
export type Query = Record<string, string | number | null | undefined>;

/** The address of a request. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** Reads JSON. */
export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return send<T>(address(path, query), {signal: signal ?? null});
}

/** Reads JSON, unless it is still that of a version; null then. */
export async function getIfChanged<T>(
  path: string, version: string | null, signal: AbortSignal,
): Promise<{value: T; version: string | null} | null> {
  const response = await answer(path, {signal, headers: version ? {'If-None-Match': version} : {}});
  if (response.status === 304) return null;
  if (!response.ok) throw await refusal(response);
  return {value: (await response.json()) as T, version: response.headers.get('ETag')};
}

/** Sends JSON, or nothing, and reads JSON. */
export function post<T>(path: string, body?: unknown): Promise<T> {
  return send<T>(path, withBody('POST', body));
}

/** Sends JSON in place of what is there. */
export function put<T>(path: string, body: unknown): Promise<T> {
  return send<T>(path, withBody('PUT', body));
}

/** Takes away what is there. */
export function remove<T>(path: string): Promise<T> {
  return send<T>(path, {method: 'DELETE'});
}

function withBody(method: string, body: unknown): RequestInit {
  return {method, headers: {'Content-Type': 'application/json'}, body: body === undefined ? null : JSON.stringify(body)};
}

/** Reads a list to its end, page by page, and shows what there is after each. */
export async function getAll<T>(
  path: string, query: Query, shown: (items: T[], page: Page<T>) => void, signal: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await get(path, {limit: 500, ...query, cursor}, signal);
    items.push(...page.items);
    shown(items, page);
    cursor = page.next;
  } while (cursor);
  return items;
}

async function send<T>(path: string, request: RequestInit): Promise<T> {
  const response = await answer(path, request);
  if (!response.ok) throw await refusal(response);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

async function answer(path: string, request: RequestInit): Promise<Response> {
  const {headers, ...rest} = request;
  try {
    const response = await fetch(path, {...rest, headers: {Accept: 'application/json', ...headers}});
    if (response.status === UNAUTHORIZED && path !== SESSION) dispatchEvent(new Event(DOUBT));
    return response;
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ApiError(0, 'No answer', 'The orchestrator does not answer. Is it running? (interact up)');
  }
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

async function refusal(response: Response): Promise<ApiError> {
  const fallback = `The orchestrator answered with HTTP ${response.status}.`;
  try {
    const problem = (await response.json()) as Problem;
    return new ApiError(response.status, problem.title ?? 'Error', problem.detail ?? fallback);
  } catch {
    return new ApiError(response.status, 'Error', fallback);
  }
}

/** Whether a request was only given up, since nobody waits for it any more. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
