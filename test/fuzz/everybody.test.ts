import { fillIn } from '../support/fuzz/fill-in.js';

fillIn('the forms of everybody', (name) => !name.startsWith('POST /werkgever'));
