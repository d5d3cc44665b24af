import { fillIn } from '../support/fuzz/fill-in.js';

fillIn('the forms of officers', (name) => name.startsWith('POST /werkgever'));
