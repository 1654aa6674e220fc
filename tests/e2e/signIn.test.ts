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
