import { expect, test } from "@playwright/test";

test("the start page opens under its own policy, without a word of complaint", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure()?.errorText ?? ""}`));

  const response = await page.goto("/");

  expect(response?.headers()).toMatchObject({
    "content-security-policy": expect.stringContaining("require-trusted-types-for 'script'"),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  await expect(page).toHaveTitle(/Replayground/);
  await expect(page.locator("#root")).not.toBeEmpty();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
});

test("every screen has an address of its own, and a missing file has none", async ({ page, request }) => {
  const screen = await page.goto("/history");
  expect(screen?.status()).toBe(200);
  await expect(page.locator("#root")).not.toBeEmpty();
  expect((await request.get("/assets/none-AbCd1234.js")).status()).toBe(404);
});

test("scripts and styles are kept for a year, and arrive compressed", async ({ page }) => {
  const assets: Promise<Record<string, string>>[] = [];
  page.on("response", (response) => {
    if (/\/assets\/.*\.(?:js|css)$/.test(response.url())) assets.push(response.allHeaders());
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const headers = await Promise.all(assets);
  expect(headers.length).toBeGreaterThan(0);
  for (const header of headers) expect(header["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers.map((header) => header["content-encoding"])).toContain("br");
});
