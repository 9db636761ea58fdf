type Json = null | boolean | number | string | readonly Json[] | {readonly [name: string]: Json};

/** Applies a JSON merge patch (RFC 7396). What the patch does not touch is the same object as before. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? {...target} : {};
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) delete merged[name];
    else set(merged, name, mergePatch(merged[name], change));
  }
  return merged;
}

/** As an own property, whatever its name is: "__proto__" would be something else if it were assigned. */
function set(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}

function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
