import { benchVerdicts } from './bench-verdicts.ts';

process.stdout.write(await benchVerdicts());
