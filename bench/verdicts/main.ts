import { benchVerdicts } from './bench-verdicts.ts';

export { benchVerdicts };

if (import.meta.main) process.stdout.write(await benchVerdicts());
