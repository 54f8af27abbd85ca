import { describe, expect, it } from 'vitest';
import { propertiesOf, trialTemplates } from './trial-stacks.ts';

const { dashboard } = trialTemplates();

describe('DashboardStack', () => {
  it('hides its files from everybody but its own distribution', () => {
    const [bucket] = Object.values(propertiesOf(dashboard, 'AWS::S3::Bucket'));
    const [policy] = Object.values(propertiesOf(dashboard, 'AWS::S3::BucketPolicy'));
    const allowed = policy?.PolicyDocument.Statement.filter(
      (one: { Effect: string }) => one.Effect === 'Allow',
    );

    expect(bucket?.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(allowed).toMatchObject([
      {
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      },
    ]);
    dashboard.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  it('serves over HTTPS, with headers that let the page run its own files only', () => {
    const [distribution] = Object.values(propertiesOf(dashboard, 'AWS::CloudFront::Distribution'));
    const [headers] = Object.values(
      propertiesOf(dashboard, 'AWS::CloudFront::ResponseHeadersPolicy'),
    );
    const security = headers?.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
    const policy = JSON.stringify(security.ContentSecurityPolicy);

    expect(distribution?.DistributionConfig).toMatchObject({
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: expect.anything(),
      },
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(security.FrameOptions).toMatchObject({ FrameOption: 'DENY' });
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(
      31_536_000,
    );
  });

  it('needs no custom resource and no function', () => {
    const types = Object.values(
      dashboard.toJSON().Resources as Record<string, { Type: string }>,
    ).map(({ Type }) => Type);

    expect(types.filter((type) => /Lambda|Custom/.test(type))).toEqual([]);
  });
});
