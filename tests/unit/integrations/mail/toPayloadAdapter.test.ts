import type { EmailAdapter, Payload } from "payload";
import { describe, expect, it } from "vitest";
import { toPayloadAdapter } from "@/integrations/mail/toPayloadAdapter";

function adapterThatRecords() {
	const sent: { to: string; subject: string; html: string; text: string }[] = [];
	const build: EmailAdapter<void> = toPayloadAdapter({
		from: "Felt & Brass <onboarding@vendor.example>",
		send: async (mail) => {
			sent.push(mail);
		},
	});
	return { adapter: build({ payload: {} as Payload }), sent };
}

describe("the adapter Payload sends through", () => {
	it("names the sender", () => {
		expect(adapterThatRecords().adapter).toMatchObject({
			defaultFromAddress: "onboarding@vendor.example",
			defaultFromName: "Felt & Brass",
		});
	});

	it("passes a forgotten-password mail on, with a text part that carries its link", async () => {
		const { adapter, sent } = adapterThatRecords();
		await adapter.sendEmail({
			from: '"Felt & Brass" <onboarding@vendor.example>',
			to: "marcus@casino.example",
			subject: "Reset your password",
			html: '<p>Press <a href="https://x.example/reset/t0k">here</a>.</p>',
		});
		expect(sent).toEqual([
			{
				to: "marcus@casino.example",
				subject: "Reset your password",
				html: '<p>Press <a href="https://x.example/reset/t0k">here</a>.</p>',
				text: "Press here https://x.example/reset/t0k.",
			},
		]);
	});

	it("sends one mail to each recipient", async () => {
		const { adapter, sent } = adapterThatRecords();
		await adapter.sendEmail({ to: ["a@x.example", { name: "B", address: "b@x.example" }], subject: "s", text: "t" });
		expect(sent.map((mail) => mail.to)).toEqual(["a@x.example", "b@x.example"]);
	});

	it.each([undefined, "", "a@x.example, b@x.example"])("refuses the recipient %j", async (to) => {
		const { adapter, sent } = adapterThatRecords();
		await expect(adapter.sendEmail({ to, subject: "s", text: "t" })).rejects.toThrow("to: must be one e-mail address");
		expect(sent).toEqual([]);
	});
});
