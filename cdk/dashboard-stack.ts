import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DashboardSite } from './constructs/dashboard-site.ts';

/** The static site. It stands before the monitor, whose alerts link to it. */
export class DashboardStack extends Stack {
  readonly site: DashboardSite;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.site = new DashboardSite(this, 'Site');
    new CfnOutput(this, 'PageUrl', { value: this.site.origin });
    new CfnOutput(this, 'SiteBucket', { value: this.site.bucket.bucketName });
  }
}
