import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/errors";
import { renderMessage } from "@/integrations/mail/renderMessage";
import { type TemplateName, templates } from "@/integrations/mail/templates";
import { sampleMails } from "./sampleMails";

const frame = {
	vendorName: "Felt & Brass Systems",
	supportEmail: "help@vendor.example",
	serverUrl: "https://keyturn.vendor.example",
};
const secretLink = "https://keyturn.vendor.example/invite#tok_en-123";
const gap = "(the personal link is left out here)";
const names = Object.keys(templates) as TemplateName[];
const withLink = names.filter((name) => templates[name].hasSecretLink);
const withoutLink = names.filter((name) => !templates[name].hasSecretLink);

const render = (template: string, data: unknown, rest: { secretLink?: string; supportEmail?: null } = {}) =>
	renderMessage({ template, data, ...frame, ...rest });

const hrefsOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);

async function problemsOf(rendering: Promise<unknown>) {
	const error = await rendering.then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(InvalidInput);
	return (error as InvalidInput).data as { path: string; message: string }[];
}

/** The same mail with every plain phrase replaced; addresses and times stay as they must be. */
function withPhrases(data: Record<string, unknown>, phrase: string): Record<string, unknown> {
	const kept = /^(https?:|\d{4}-\d\d-\d\dT)|^(low|medium|high|yellow|red)$|^America\//;
	return JSON.parse(JSON.stringify(data), (_key, value) =>
		typeof value === "string" && !kept.test(value) ? phrase : value,
	);
}

describe("every template", () => {
	it.each(names)("%s says who writes, in HTML and in text", async (name) => {
		const { subject, html, text } = await render(name, sampleMails[name]);
		expect(subject.length).toBeGreaterThan(10);
		expect(html).toMatch(/^<!DOCTYPE html/);
		expect(html).toContain("Felt &amp; Brass Systems");
		expect(text).toContain("Felt & Brass Systems");
		expect(text).toContain("Write to help@vendor.example.");
		expect(text).not.toMatch(/<[a-z/]|undefined|null|\[object/);
	});

	it.each(names)("%s shows markup in a name as the letters it is made of", async (name) => {
		const phrase = `<script>alert("x")</script> & Söhne`;
		const { html, text } = await render(name, withPhrases(sampleMails[name] ?? {}, phrase));
		expect(html).not.toContain("<script");
		expect(text).toContain(phrase);
	});

	it.each(names)("%s keeps its subject on one line whatever a name holds", async (name) => {
		const { subject } = await render(
			name,
			withPhrases(sampleMails[name] ?? {}, "Evil\r\nBcc: all@victims.example\u2028\u202Elive"),
		);
		expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
	});

	it.each(names)("%s keeps its subject short and its words whole with a very long name", async (name) => {
		const long = "Großes Kasino 🎰 ".repeat(60).trim();
		const { subject, html } = await render(name, withPhrases(sampleMails[name] ?? {}, long));
		expect([...subject].length).toBeLessThan(170);
		expect(subject.isWellFormed()).toBe(true);
		expect(html).not.toContain("\uFFFD");
	});

	it.each(names)(
		"%s gets by without what is optional, naming the vendor where no support address is set",
		async (name) => {
			const required = templates[name].schema.toJSONSchema({ io: "input", unrepresentable: "any" }).required ?? [];
			const data = Object.fromEntries(
				Object.entries(sampleMails[name] ?? {}).filter(([key]) => required.includes(key)),
			);
			const { text } = await render(name, data, { supportEmail: null });
			expect(text).toContain("Ask your contact at Felt & Brass Systems.");
			expect(text).not.toMatch(/undefined|null/);
		},
	);

	it.each(names)("%s refuses data it cannot be filled with", async (name) => {
		expect((await problemsOf(render(name, "nonsense")))[0]?.path).toBe("data");
	});
});

describe("a personal link", () => {
	it.each(withLink)("%s carries it in both parts and nowhere else", async (name) => {
		const { subject, html, text } = await render(name, sampleMails[name], { secretLink });
		expect(hrefsOf(html)).toContain(secretLink);
		expect(text.split("\n")).toContain(secretLink);
		expect(subject).not.toContain("tok_en");
		expect(html + text).not.toContain(gap);
	});

	it.each(withLink)("%s marks where it is left out", async (name) => {
		const { html, text } = await render(name, sampleMails[name]);
		expect(html).toContain(gap);
		expect(text).toContain(gap);
		expect(hrefsOf(html)).toEqual([]);
	});

	it.each(withoutLink)("%s refuses one rather than lose it", async (name) => {
		expect((await problemsOf(render(name, sampleMails[name], { secretLink })))[0]?.path).toBe("secretLink");
		expect((await render(name, sampleMails[name])).text).not.toContain(gap);
	});

	it.each(["javascript:alert(1)", "data:text/html,x", "not a link", ""])("is refused when it is %j", async (link) => {
		const problems = await problemsOf(render("staff_invite", sampleMails.staff_invite, { secretLink: link }));
		expect(problems[0]?.path).toBe("secretLink");
	});
});

describe("what is said", () => {
	it("lists what the gate still misses to a purchaser who paid first", async () => {
		const { text } = await render("payment_received", {
			casinoName: "Grand Meridian",
			waitingFor: ["the order form is signed"],
		});
		expect(text).toContain("1. the order form is signed");
		expect(text).not.toContain("personal invitation");
	});

	it("offers help to an administrator who never signed in, and asks how it goes otherwise", async () => {
		const never = await render("check_in", sampleMails.check_in);
		const did = await render("check_in", { ...sampleMails.check_in, hasSignedIn: true });
		expect(never.subject).toBe("Can we help you sign in to Grand Meridian?");
		expect(never.text).toContain("Priya Raman (priya@vendor.example)");
		expect(did.subject).toBe("Day 3: how is it going at Grand Meridian?");
		expect(did.text).not.toContain("have not signed in");
	});

	it("says what the playbook says, and nothing of a floor where the playbook has none", async () => {
		const own = { welcome: "Hello from us.\n\nYour number comes next.", firstSteps: ["Text your number."] };
		const welcome = await render("welcome", { ...sampleMails.welcome, ...own, hasCheckIns: false });
		expect(welcome.text).toContain("Hello from us.\n\nYour number comes next.");
		expect(welcome.text).toContain("1. Text your number.");
		expect(welcome.text).not.toMatch(/floor|table|pit|day 1, 3 and 7/);
		const asked = await render("check_in", { ...sampleMails.check_in, hasSignedIn: true, question: "Any texts yet?" });
		expect(asked.text).toContain("Any texts yet?");
	});

	it("shows a welcome and a check-in of before playbooks had words, without a word of a floor", async () => {
		const { welcome, check_in } = sampleMails;
		for (const mail of [
			await render("welcome", welcome),
			await render("check_in", { ...check_in, hasSignedIn: true }),
		]) {
			expect(mail.text).toContain("Grand Meridian");
			expect(mail.text).not.toMatch(/floor\b|gaming table|pit boss/);
		}
	});

	it("shows an expiry in the casino's own time", async () => {
		const { text } = await render("staff_invite", sampleMails.staff_invite);
		expect(text).toContain("Valid until: Thursday 27 November 2025 at 06:00 GMT-8");
		expect(text).toContain("Your role: Casino admin");
	});

	it("names each wrong field of a mail", async () => {
		const data = { ...sampleMails.staff_invite, expiresAt: "tomorrow", timezone: "Mars/Olympus", casinoName: " " };
		expect((await problemsOf(render("staff_invite", data))).map((problem) => problem.path).sort()).toEqual([
			"casinoName",
			"expiresAt",
			"timezone",
		]);
	});

	it("refuses a link in the data that is not a web address", async () => {
		const problems = await problemsOf(
			render("run_failed", { ...sampleMails.run_failed, runUrl: "javascript:alert(1)" }),
		);
		expect(problems).toEqual([{ path: "runUrl", message: "must be an http(s) address" }]);
	});

	it.each(["invoice_sent", "constructor", ""])("refuses the unknown template %j", async (name) => {
		expect((await problemsOf(render(name, {})))[0]?.path).toBe("template");
	});
});
