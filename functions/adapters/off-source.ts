import { SourceError } from '../model/errors.ts';
import type { SourceCapability } from '../model/source-capability.ts';
import type { Source } from '../ports/source.ts';

/** A source that is not read here: whatever is asked of it, it says why, so that its watches can show it. */
export function offSource(capability: SourceCapability, why: string): Source {
  const refuse = async () => {
    throw new SourceError(why, { retryable: false });
  };
  return { capability, counts: refuse, posts: refuse, missing: refuse, trending: refuse };
}
