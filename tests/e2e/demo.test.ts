import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { administrator, testEnvironment } from "../harness/testEnvironment";
import { test } from "./watchedTest";

const root = join(import.meta.dirname, "../..");

/** `npm run demo` against the server of the browser tests. */
function demo(environment: Record<string, string> = {}) {
	const env = {
		...process.env,
		...testEnvironment,
		SERVER_URL: process.env.KEYTURN_TEST_ADDRESS,
		KEYTURN_ADMIN_EMAIL: administrator.email,
		KEYTURN_ADMIN_PASSWORD: administrator.password,
		...environment,
	};
	return promisify(execFile)(process.execPath, ["scripts/run.mjs", "--with-environment", "scripts/demo.ts"], {
		cwd: root,
		env,
	});
}

test("the demo ends with a new administrator who signs in and sees their own casino alone", async ({ page }) => {
	const { stdout } = await demo();
	expect(stdout).toMatch(/Sees no other casino: asked for .+, answered 404/);
	expect(stdout).toMatch(/Paid to live +\d+\.\d\d s/);

	const onboarding = /Onboarding +(http\S+)/.exec(stdout)?.[1] ?? "";
	await page.goto(onboarding);
	await page.getByLabel("Email").fill(administrator.email);
	await page.getByLabel("Password").fill(administrator.password);
	await page.getByRole("button", { name: "Login" }).click();
	await expect(page.getByRole("heading", { name: /The Copper/ }).first()).toBeVisible();
});

test("the demo says in one sentence what keeps it from playing, and fails", async () => {
	const failure = (environment: Record<string, string>) =>
		demo(environment).then(
			() => null,
			(error) => error,
		);
	expect(await failure({ SERVER_URL: "http://localhost:1" })).toMatchObject({
		code: 1,
		stderr: expect.stringContaining("Nobody answers at http://localhost:1. Start Keyturn with npm start"),
	});
	expect(await failure({ STRIPE_WEBHOOK_SECRET: "whsec_other" })).toMatchObject({
		code: 1,
		stderr: expect.stringContaining("The Stripe signature is wrong"),
	});
});
