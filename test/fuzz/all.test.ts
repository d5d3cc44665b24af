import assert from 'node:assert/strict';
import { startPortal } from '../support/app.js';
import { forms } from '../support/fuzz/forms.js';
import { named, routesOf } from '../support/routes.js';

describe('the forms that are filled in as nobody means it', () => {
  it('are all there are', async () => {
    const portal = await startPortal();
    const posts = routesOf(portal).filter(({ method }) => method === 'post');
    await portal.close();
    assert.deepEqual([...new Set(posts.map(named))].sort(), Object.keys(forms).sort());
  });
});
