import { writeFileSync } from 'node:fs';
import { root } from '../files.js';
import { table } from './table.js';

writeFileSync(`${root}docs/asvs.md`, table());
