import { type FrameLocator, type Page, expect } from '@playwright/test';

/** The living interface: the guest within the proxy frame. */
export function liveFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe[title$="(interface)"]').frameLocator('iframe');
}

/** Opens the studio of a prompt that was sent without the home page, whose load a test that begins in the studio doesn't need. */
export async function openDescribed(page: Page, prompt: string): Promise<void> {
  const answer = await page.request.post('/api/prompt', { data: { text: prompt, kind: 'prompt' } });
  const { programId } = (await answer.json()) as { programId: string };
  await page.goto(`/p/${programId}`);
}

/** Types a prompt on the home page and opens the studio by sending it. */
export async function describe(page: Page, prompt: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Describe the interface you need').fill(prompt);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/p\/.+/);
}

/** The same from a studio, without loading anything anew. */
export async function describeNext(page: Page, prompt: string): Promise<void> {
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByLabel('Describe the interface you need').fill(prompt);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/p\/.+/);
}

export async function askForChange(page: Page, prompt: string): Promise<void> {
  await page.getByLabel('Ask for a change').fill(prompt);
  await page.keyboard.press('Control+Enter');
}

/** Waits until nothing is being written any more. */
export async function untilWritten(page: Page): Promise<void> {
  // Twenty looks a second from within the page cost less than an expectation's two: each of those that fails describes the whole page.
  await page.waitForFunction(() => document.querySelector('button[aria-label^="Send"]') && document.querySelector('[aria-label="Versions"]'), undefined, { polling: 50, timeout: 30_000 }).catch(() => {});
  await expect(page.getByRole('button', { name: /Send/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Versions' })).toBeVisible();
}

export function versions(page: Page) {
  return page.getByRole('list', { name: 'Versions' }).getByRole('button');
}

/** What is said to be wrong, on the app's own page. Next's announcer of routes is an alert too, and never says that. */
export function alerts(page: Page) {
  return page.locator('[role="alert"]:not(#__next-route-announcer__)');
}
