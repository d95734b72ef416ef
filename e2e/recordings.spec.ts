import { type Page, expect } from '@playwright/test';
import { replyNames } from './fakes/replies';
import { describe, describeNext, liveFrame } from './studio';
import { scripted as test } from './with-models';

/** So many one after the other in one page, as a person goes on from one interface to the next. */
const AT_ONCE = 3;
const names = replyNames();
const groups = Array.from({ length: Math.ceil(names.length / AT_ONCE) }, (_, index) => names.slice(index * AT_ONCE, (index + 1) * AT_ONCE));

for (const group of groups) {
  test(`recorded replies ${group.join(', ')} in odd-sized chunks end as working interfaces, or with diagnostics; the host is well`, async ({ page, models }) => {
    test.setTimeout(group.length * 40_000);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    for (const [index, reply] of group.entries()) {
      models.setScript({ reply, scale: 2 });
      await (index === 0 ? describe : describeNext)(page, `recording ${reply}`);
      await endsWell(page);
    }
    expect(broken).toEqual([]);
  });
}

async function endsWell(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 45_000 });
  // Something of it is on the screen, whatever the check says of it.
  await expect.poll(async () => (await liveFrame(page).locator('body').innerText()).trim().length).toBeGreaterThan(20);
  const good = page.getByText('Checked: types and queries are right');
  const named = page.getByText(/The check found/);
  await expect(good.or(named).first()).toBeAttached();
  if ((await good.count()) > 0) return;
  await named.last().click();
  await expect(page.getByRole('article').last().getByText(/(ui\.tsx|data\.ts):\d+:\d+/).last()).toBeVisible();
}
