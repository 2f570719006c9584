// adaptivecards-templating types its payload by the raw sources of adaptivecards; this keeps them out of our compilation.
export type IAdaptiveCard = Record<string, unknown>;
