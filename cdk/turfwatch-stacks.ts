import type { App } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { FunctionCode } from './constructs/monitor-function.ts';
import { readContext } from './context.ts';
import { DashboardStack } from './dashboard-stack.ts';
import { MonitorStack } from './monitor-stack.ts';
import { StorageStack } from './storage-stack.ts';

export type TurfwatchStacks = {
  readonly storage: StorageStack;
  readonly dashboard: DashboardStack;
  readonly monitor: MonitorStack;
};

/** One deployment, for whichever account and region it is deployed to; a finding of cdk-nag ends the synthesis. */
export function turfwatchStacks(app: App, code: FunctionCode): TurfwatchStacks {
  const context = readContext(app.node);
  const storage = new StorageStack(app, 'TurfwatchStorage', {
    description: 'Turfwatch: tables, the key of the pseudonyms, and who may sign in',
  });
  const dashboard = new DashboardStack(app, 'TurfwatchDashboard', {
    description: 'Turfwatch: the page',
  });
  const monitor = new MonitorStack(app, 'TurfwatchMonitor', {
    description: 'Turfwatch: schedule, queues, functions, alerts and API',
    storage,
    pageUrl: dashboard.site.origin,
    code,
    context,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { storage, dashboard, monitor };
}
