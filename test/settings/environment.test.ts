import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import {
  DispatchEnvironment,
  PublishEnvironment,
  readEnvironment,
} from '../../functions/settings/environment.ts';

it('hands over what a function needs, and nothing else', () => {
  const given = { WATCHES_TABLE: 'watches', POLLS_QUEUE_URL: 'http://queue', HOME: 'x' };
  const { HOME: _, ...needed } = given;
  expect(readEnvironment(DispatchEnvironment, given)).toEqual(needed);
});

it('tells every fault at once', () => {
  const read = () =>
    readEnvironment(PublishEnvironment, {
      BURSTS_TABLE: 'b',
      ALERT_TOPIC_ARN: 'arn:topic',
      PAGE_URL: 'page.example',
    });

  expect(read).toThrow(SettingsError);
  expect(read).toThrow(/BURSTS_TABLE.*BASELINES_TABLE.*PAGE_URL/s);
  expect(read).not.toThrow(/ALERT_TOPIC_ARN/);
});
