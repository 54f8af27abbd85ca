import { benchVolume } from './bench-volume.ts';

export { benchVolume };

if (import.meta.main) process.stdout.write(await benchVolume());
