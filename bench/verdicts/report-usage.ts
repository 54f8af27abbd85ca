import { writeSync } from 'node:fs';

/** Where a process that was started with `--import` of this file says at its end what it took. */
const USAGE_FD = 3;

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(USAGE_FD, JSON.stringify({ cpuMicros: userCPUTime + systemCPUTime, maxKb: maxRSS }));
});
