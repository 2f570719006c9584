import { readFileSync } from 'node:fs';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import type { AdaptiveCardContent } from './card.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every binding has data, by the builders' types. Should one ever lack it, a reader sees a gap and no `${…}`. */
const gap = (): string => ' ';
GlobalSettings.getUndefinedFieldValueSubstitutionString = gap;

/** What to do about a binding without data; tests pass a function that throws. Returns a way back. */
export function onMissingData(handle: (path: string) => string): () => void {
  GlobalSettings.getUndefinedFieldValueSubstitutionString = handle;
  return () => {
    GlobalSettings.getUndefinedFieldValueSubstitutionString = gap;
  };
}

/** Reads `templates/<name>.json` with the fragments it includes: layout only, bindings are plain paths. */
export function readTemplate(name: string): Json {
  const url = new URL(`./templates/${name}.json`, import.meta.url);
  return withIncludes(JSON.parse(readFileSync(url, 'utf8')));
}

/**
 * `{"$include": "header"}` stands for `templates/fragments/header.json`; a list is spliced into the list around it,
 * an object takes over the other properties.
 */
function withIncludes(node: Json): Json {
  if (Array.isArray(node)) return node.flatMap((item) => withIncludes(item));
  if (!isObject(node)) return node;
  const { $include, ...own } = node;
  const properties = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, withIncludes(value)]),
  );
  if (typeof $include !== 'string') return properties;
  const fragment = readTemplate(`fragments/${$include}`);
  return isObject(fragment) ? { ...fragment, ...properties } : fragment;
}

const isObject = (node: Json): node is { [key: string]: Json } =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** Makes the template once (parsing it costs milliseconds) and returns the function that fills it. */
export function createTemplate<Data extends object>(name: string): (data: Data) => AdaptiveCardContent {
  const template = new Template(readTemplate(name));
  return (data) => template.expand({ $root: data }) as AdaptiveCardContent;
}
