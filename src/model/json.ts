declare const OF: unique symbol;

/** The JSON of a `T`, so that what is stored can be hashed, sent to a worker and put together without being parsed. */
export type Json<T> = string & { readonly [OF]: T };

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value) as Json<T>;
}

export function jsonList<T>(values: readonly Json<T>[]): Json<T[]> {
  return `[${values.join()}]` as Json<T[]>;
}

/** An object that has properties, with one more. */
export function jsonWith<T extends object, Key extends string, Value>(
  others: T,
  key: Key,
  value: Json<Value>,
): Json<T & { readonly [K in Key]: Value }> {
  return `{"${key}":${value},${toJson(others).slice(1)}` as never;
}
