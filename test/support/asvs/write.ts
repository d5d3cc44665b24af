import { writeFileSync } from 'node:fs';
import { root } from './requirements.js';
import { table } from './table.js';

writeFileSync(`${root}docs/asvs.md`, table());
