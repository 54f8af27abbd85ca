import { memoryBaselineStore } from '../../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../../functions/adapters/memory/burst-store.ts';
import { memoryCheckStore } from '../../../functions/adapters/memory/check-store.ts';
import { memoryDeliveryLog } from '../../../functions/adapters/memory/delivery-log.ts';
import { memoryPostStore } from '../../../functions/adapters/memory/post-store.ts';
import { memoryWatchStore } from '../../../functions/adapters/memory/watch-store.ts';
import { describeBaselineStore } from '../../ports/baseline-store.contract.ts';
import { describeBurstStore } from '../../ports/burst-store.contract.ts';
import { describeCheckStore } from '../../ports/check-store.contract.ts';
import { describeDeliveryLog } from '../../ports/delivery-log.contract.ts';
import { describePostStore } from '../../ports/post-store.contract.ts';
import { describeWatchStore } from '../../ports/watch-store.contract.ts';

describeWatchStore('memory', async () => memoryWatchStore());
describeBaselineStore('memory', async () => memoryBaselineStore());
describeBurstStore('memory', async () => memoryBurstStore());
describePostStore('memory', async () => memoryPostStore());
describeCheckStore('memory', async () => memoryCheckStore());
describeDeliveryLog('memory', async () => memoryDeliveryLog());
