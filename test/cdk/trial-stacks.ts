import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionCode } from '../../cdk/constructs/monitor-function.ts';
import { turfwatchStacks } from '../../cdk/turfwatch-stacks.ts';

const { context: settled } = JSON.parse(
  readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'),
) as { readonly context: Record<string, unknown> };

export const noCode: FunctionCode = () =>
  Code.fromInline('exports.handler = async () => undefined');

/** A context that turns on whatever can be turned on. */
export const EVERYTHING = {
  alertEmails: 'desk@example.org, night@example.org',
  slackLevels: 'coordinated',
  operatorEmails: 'operator@example.org',
};

/** An app with the context of cdk.json, and what is given on top of it. */
export function trialApp(context: Record<string, unknown> = {}, outdir?: string): App {
  return new App({
    context: { ...settled, ...context },
    ...(outdir === undefined ? {} : { outdir }),
  });
}

/** The three templates as they would be deployed, but for the code of the functions. */
export function trialTemplates(context: Record<string, unknown> = {}) {
  const { storage, dashboard, monitor } = turfwatchStacks(trialApp(context), noCode);
  return {
    storage: Template.fromStack(storage),
    dashboard: Template.fromStack(dashboard),
    monitor: Template.fromStack(monitor),
  };
}

type Resource = { readonly Properties: Record<string, unknown> } & Record<string, unknown>;

/** Properties of every resource of a type, by logical id. */
export function propertiesOf(template: Template, type: string): Record<string, Properties> {
  return Object.fromEntries(
    Object.entries(template.findResources(type) as Record<string, Resource>).map(([id, one]) => [
      id,
      one.Properties as Properties,
    ]),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a template is JSON of any shape
export type Properties = Record<string, any>;
