import { expect } from '@playwright/test';
import { replyNames } from './fakes/replies';
import { describe, liveFrame } from './studio';
import { withModels } from './with-models';

const test = withModels((url) => ({ ANTHROPIC_API_KEY: 'sk-test', ANTHROPIC_BASE_URL: `${url}/v1`, ANTHROPIC_MODEL: 'claude-test' }));

for (const reply of replyNames()) {
  test(`recorded reply ${reply} in odd-sized chunks ends as a working interface, or with diagnostics; the host is well`, async ({ page, models }) => {
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    models.setScript({ reply, scale: 2 });
    await describe(page, `recording ${reply}`);
    await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 45_000 });

    // Something of it is on the screen, whatever the check says of it.
    await expect.poll(async () => (await liveFrame(page).locator('body').innerText()).trim().length).toBeGreaterThan(20);
    const good = page.getByText('Checked: types and queries are right');
    const named = page.getByText(/The check found/);
    await expect(good.or(named).first()).toBeAttached();
    if ((await good.count()) === 0) {
      await named.last().click();
      await expect(page.getByRole('article').last().getByText(/(ui\.tsx|data\.ts):\d+:\d+/).last()).toBeVisible();
    }
    expect(broken).toEqual([]);
  });
}
