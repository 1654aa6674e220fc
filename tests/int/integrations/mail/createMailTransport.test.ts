import { createServer, type Server, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { InvalidInput, VendorFailed } from "@/errors";
import { createMailPort } from "@/integrations/mail/createMailPort";
import { createMailTransport, type MailTransport } from "@/integrations/mail/createMailTransport";
import { refusal, startMailServer } from "../../../harness/mailServer";

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function connect(options: SMTPServerOptions = {}, toUrl = (url: string) => url) {
	const server = await startMailServer(options);
	closing.push(server.stop);
	return { server, transport: open(toUrl(server.smtpUrl)) };
}

function open(smtpUrl: string, from = "Größe & Söhne <onboarding@vendor.example>"): MailTransport {
	const transport = createMailTransport({ smtpUrl, from });
	closing.push(transport.close);
	return transport;
}

const mail = {
	to: "marcus@casino.example",
	subject: "Your invitation",
	html: "<p>Hello <b>Marcus</b></p>",
	text: "Hello Marcus",
	messageId: "0f4c2f0e-5c0b-4a51-9a39-0d7b9a6f4f11",
};

async function failureOf(sending: Promise<unknown>): Promise<VendorFailed> {
	const error = await sending.then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(VendorFailed);
	return error as VendorFailed;
}

describe("a mail that is taken", () => {
	it("arrives with both parts, its sender, one recipient and the row's Message-ID", async () => {
		const { server, transport } = await connect();
		const answer = await transport.send(mail);
		expect(answer).toEqual({ accepted: true, response: expect.stringMatching(/^250 /) });
		const [got] = server.received;
		expect(got?.recipients).toEqual(["marcus@casino.example"]);
		expect(got?.mail.from?.value).toEqual([{ name: "Größe & Söhne", address: "onboarding@vendor.example" }]);
		expect(got?.mail.html).toBe("<p>Hello <b>Marcus</b></p>");
		expect(got?.mail.text?.trim()).toBe("Hello Marcus");
		expect(got?.mail.messageId).toBe("<0f4c2f0e-5c0b-4a51-9a39-0d7b9a6f4f11@vendor.example>");
		expect(got?.mail.headers.get("auto-submitted")).toBe("auto-generated");
	});

	it("carries the same Message-ID when it is sent again, by another process too", async () => {
		const { server, transport } = await connect();
		await transport.send(mail);
		await open(server.smtpUrl).send(mail);
		expect(server.received.map((got) => got.mail.messageId)).toEqual(Array(2).fill(server.received[0]?.mail.messageId));
	});

	it("keeps every script and length of a rendered mail, links unbroken", async () => {
		const { server, transport } = await connect();
		const { render, send } = createMailPort(transport);
		const casinoName = `賭場 Ⓖrand 🎰 казино ${"Sehr Lang ".repeat(80)}`.trim();
		const secretLink = `https://keyturn.vendor.example/invite#${"k".repeat(400)}`;
		const rendered = await render({
			template: "staff_invite",
			data: { casinoName, recipientName: "Łukasz 李", role: "casino_admin", expiresAt: "2025-11-27T14:00:00Z" },
			secretLink,
			vendorName: "Größe & Söhne",
			supportEmail: null,
			serverUrl: "https://keyturn.vendor.example",
		});
		await send?.({ ...rendered, to: mail.to, messageId: mail.messageId });
		const got = server.received[0]?.mail;
		expect(got?.subject).toBe(rendered.subject);
		expect(got?.subject).toContain("賭場 Ⓖrand 🎰 казино");
		expect(got?.html).toContain(casinoName);
		expect(got?.html).toContain(`href="${secretLink}"`);
		expect(got?.text).toContain(secretLink);
		expect(got?.text).toContain("Łukasz 李");
		expect(server.received[0]?.raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
	});

	it("gains no header and no recipient from a line end in its subject", async () => {
		const { server, transport } = await connect();
		await transport.send({ ...mail, subject: "Hello\r\nBcc: victim@x.example\r\n\r\nbody" });
		const [got] = server.received;
		expect(got?.recipients).toEqual([mail.to]);
		expect(got?.mail.headers.has("bcc")).toBe(false);
		expect(got?.mail.text?.trim()).toBe("Hello Marcus");
	});

	it("shares few connections with many others", async () => {
		let connections = 0;
		const { server, transport } = await connect({
			onConnect: (_session, done) => {
				connections += 1;
				done();
			},
		});
		await Promise.all(Array.from({ length: 40 }, (_, index) => transport.send({ ...mail, messageId: `m-${index}` })));
		expect(new Set(server.received.map((got) => got.mail.messageId)).size).toBe(40);
		expect(connections).toBeLessThanOrEqual(4);
	});
});

describe("a mail that is refused", () => {
	it.each([
		[421, true],
		[451, true],
		[550, false],
		[552, false],
	])("with %i for its recipient is transient: %s", async (code, isTransient) => {
		const { server, transport } = await connect({
			onRcptTo: (_address, _session, done) => done(refusal(code, "Mailbox says\r\nno")),
		});
		const failure = await failureOf(transport.send(mail));
		expect(failure.isTransient).toBe(isTransient);
		expect(failure.publicMessage).toMatch(new RegExp(`^Mail server: ${code} .*Mailbox says`));
		expect(failure.publicMessage).not.toMatch(/[\r\n]/);
		expect(server.received).toEqual([]);
	});

	it.each([
		[452, true],
		[554, false],
	])("with %i after its content is transient: %s", async (code, isTransient) => {
		const { transport } = await connect({
			onData(stream, _session, done) {
				stream.resume().on("end", () => done(refusal(code, "Not this one")));
			},
		});
		expect((await failureOf(transport.send(mail))).isTransient).toBe(isTransient);
	});

	it("leaves the pool usable for the next", async () => {
		const { server, transport } = await connect({
			onRcptTo: (address, _session, done) => done(address.address.startsWith("no") ? refusal(550, "No") : null),
		});
		await failureOf(transport.send({ ...mail, to: "nobody@casino.example" }));
		await transport.send(mail);
		expect(server.received).toHaveLength(1);
	});

	it("for a wrong password is for good, and the password is not repeated", async () => {
		const { transport } = await connect(
			{ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535, "Wrong")) },
			(url) => url.replace("//", "//keyturn:s3cret-pass@"),
		);
		const failure = await failureOf(transport.send(mail));
		expect(failure.isTransient).toBe(false);
		expect(failure.publicMessage).not.toContain("s3cret-pass");
		expect((await failureOf(transport.verify())).isTransient).toBe(false);
	});

	it.each(["a@x.example, b@x.example", "A <a@x.example>", "a@x.example\r\nBcc: b@x.example", "nobody", ""])(
		"before any conversation when it is addressed to %j",
		async (to) => {
			const { server, transport } = await connect();
			await expect(transport.send({ ...mail, to })).rejects.toBeInstanceOf(InvalidInput);
			expect(server.received).toEqual([]);
		},
	);

	it("before any conversation when its id could not stand in a header", async () => {
		const { transport } = await connect();
		await expect(transport.send({ ...mail, messageId: "a>\r\nX: y" })).rejects.toBeInstanceOf(InvalidInput);
	});
});

describe("a mail server that is not there", () => {
	async function listen(onSocket: (socket: Socket) => void): Promise<string> {
		const server: Server = createServer(onSocket);
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		closing.push(() => new Promise((resolve) => server.close(resolve)));
		const address = server.address();
		return `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
	}

	it("is worth another attempt", async () => {
		const { smtpUrl, stop } = await startMailServer();
		await stop();
		const transport = open(smtpUrl);
		expect((await failureOf(transport.send(mail))).isTransient).toBe(true);
		expect((await failureOf(transport.verify())).isTransient).toBe(true);
	});

	it("and hangs up at once is tried once an attempt, not again and again", async () => {
		let calls = 0;
		const transport = open(
			await listen((socket) => {
				calls += 1;
				socket.end();
			}),
		);
		expect((await failureOf(transport.send(mail))).isTransient).toBe(true);
		expect(calls).toBe(1);
	});
});

describe("encryption", () => {
	it("that a server offers with a certificate nobody vouches for sends nothing", async () => {
		const { server, transport } = await connect({ disabledCommands: [] });
		await failureOf(transport.send(mail));
		expect(server.received).toEqual([]);
	});

	it("is not given up by smtps towards a server that speaks plainly", async () => {
		const { server, transport } = await connect({}, (url) => url.replace("smtp:", "smtps:"));
		await failureOf(transport.send(mail));
		expect(server.received).toEqual([]);
	});
});

describe("the port without a mail server", () => {
	it("renders, and has nothing to send with", async () => {
		const port = createMailPort(null);
		expect(port.send).toBeNull();
		const { subject } = await port.render({
			template: "risk_opened",
			data: { title: "Look here", severity: "low", riskUrl: "https://x.example/1" },
			vendorName: "V",
			supportEmail: null,
			serverUrl: "https://x.example",
		});
		expect(subject).toBe("Look here");
	});

	it("is refused a sender that is no address", () => {
		expect(() => createMailTransport({ smtpUrl: "smtp://127.0.0.1:1", from: "Keyturn" })).toThrow(InvalidInput);
	});
});
