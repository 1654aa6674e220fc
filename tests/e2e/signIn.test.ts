import { expect } from "@playwright/test";
import { administrator } from "../harness/testEnvironment";
import { test } from "./watchedTest";

test("the first administrator signs in and reaches the dashboard", async ({ page }) => {
	await page.goto("/admin");
	await page.getByLabel("Email").fill(administrator.email);
	await page.getByLabel("Password").fill(administrator.password);
	await page.getByRole("button", { name: "Login" }).click();
	await expect(page).toHaveURL(/\/admin$/);
	await expect(page.getByRole("link", { name: "Invoices" }).first()).toBeVisible();
});

test("a wrong password stays outside and says so", async ({ page }) => {
	await page.goto("/admin");
	await page.getByLabel("Email").fill(administrator.email);
	await page.getByLabel("Password").fill("not the password");
	await page.getByRole("button", { name: "Login" }).click();
	await expect(page.getByText("The email or password provided is incorrect.")).toBeVisible();
	await expect(page).toHaveURL(/\/admin\/login/);
});

test("an unknown address says so with 404, and its scripts run under the page's own policy", async ({ page }) => {
	for (const address of ["/nonsense", "/portal/nonsense/deeper", "/favicon.ico"]) {
		const answer = await page.goto(address);
		expect(answer?.status(), address).toBe(404);
		const nonce = answer?.headers()["content-security-policy"]?.match(/'nonce-([^']+)'/)?.[1];
		expect(nonce, address).toBeTruthy();
		const scripts = (await answer?.text())?.match(/<script[^>]*>/g) ?? [];
		expect(scripts.length, address).toBeGreaterThan(0);
		expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
		await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
		await page.getByRole("link", { name: "Go to the start page" }).click();
		await expect(page).toHaveURL(/\/sign-in$/);
	}
});
