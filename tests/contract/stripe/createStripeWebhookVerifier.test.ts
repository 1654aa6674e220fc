import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InvalidInput, SignatureRefused } from "@/errors";
import { createStripeWebhookVerifier } from "@/integrations/stripe/createStripeWebhookVerifier";
import { findContracts } from "../../harness/findContracts";
import { readStripeEventBodies } from "../../harness/readStripeEventBodies";
import { signStripeBody } from "../../harness/signStripeBody";

const now = 1_790_000_000;
const secret = "whsec_current";
const body = '{"id":"evt_1","object":"event","type":"invoice.paid","note":"grüße ♠"}';
const verifier = createStripeWebhookVerifier({ secrets: ["whsec_next", secret] });

function reasonOf(attempt: () => unknown): string {
	try {
		attempt();
	} catch (error) {
		if (error instanceof SignatureRefused) return `${error.status} ${error.publicMessage}`;
		throw error;
	}
	return "accepted";
}

describe("a webhook", () => {
	test.each([secret, "whsec_next"])("is believed when it is signed with any of the secrets: %s", (signedWith) => {
		const signature = signStripeBody({ body, secret: signedWith, timestamp: now });
		expect(verifier.verify({ body, signature, now })).toEqual(JSON.parse(body));
	});

	test("is believed when one of several signatures is right", () => {
		const good = signStripeBody({ body, secret, timestamp: now });
		const signature = good.replace(",v1=", `,v1=${"0".repeat(64)},v0=ff,v1=`);
		expect(reasonOf(() => verifier.verify({ body, signature, now }))).toBe("accepted");
	});

	test("is refused for a reason of its own: no secret, no signature, a wrong one, a stale one", () => {
		const signature = signStripeBody({ body, secret, timestamp: now });
		const reasons = [
			reasonOf(() => createStripeWebhookVerifier({ secrets: [] }).verify({ body, signature, now })),
			reasonOf(() => verifier.verify({ body, signature: null, now })),
			reasonOf(() => verifier.verify({ body: `${body} `, signature, now })),
			reasonOf(() => verifier.verify({ body, signature, now: now + 301 })),
		];
		expect(reasons[0]).toMatch(/^400 .*STRIPE_WEBHOOK_SECRET/);
		expect(reasons[1]).toMatch(/^400 .*missing/);
		expect(reasons[2]).toMatch(/^400 .*wrong/);
		expect(reasons[3]).toMatch(/^400 .*stale/);
	});

	test("is believed until it is 300 seconds old", () => {
		const signature = signStripeBody({ body, secret, timestamp: now });
		expect(reasonOf(() => verifier.verify({ body, signature, now: now + 300 }))).toBe("accepted");
	});

	test("is refused when its time was changed after signing", () => {
		const signature = signStripeBody({ body, secret, timestamp: now - 1_000 }).replace(`t=${now - 1_000}`, `t=${now}`);
		expect(reasonOf(() => verifier.verify({ body, signature, now }))).toMatch(/wrong/);
	});

	test.each([
		"",
		"nonsense",
		"t=,v1=",
		`t=${now}`,
		"v1=00",
		`t=${now},v1=`,
		`t=${now},v1=zz`,
		`t=NaN,v1=${createHmac("sha256", secret).update(`NaN.${body}`).digest("hex")}`,
		`t=${now},v0=${createHmac("sha256", secret).update(`${now}.${body}`).digest("hex")}`,
	])("is refused, not crashed on, with the header %j", (signature) => {
		expect(reasonOf(() => verifier.verify({ body, signature, now }))).toMatch(/^400 /);
	});

	test.each(["", "not json", "[]", "null", '"text"'])(
		"that is signed but no event (%j) is invalid input",
		(noEvent) => {
			const signature = signStripeBody({ body: noEvent, secret, timestamp: now });
			expect(() => verifier.verify({ body: noEvent, signature, now })).toThrow(InvalidInput);
		},
	);
});

const folder = findContracts("stripe");

describe.skipIf(folder === null)("Stripe's published signature", () => {
	type Vector = { name: string; secret: string; timestamp: number; header: string; bodyFile: string };
	const vectors: Vector[] = folder
		? JSON.parse(readFileSync(join(folder, "signature-vectors.json"), "utf8")).vectors
		: [];

	test.each(vectors)("$name: accepted in time, refused later and with any other byte", (vector) => {
		const signed = readFileSync(join(folder ?? "", vector.bodyFile), "utf8");
		const one = createStripeWebhookVerifier({ secrets: [vector.secret] });
		const verify = (body: string, now: number) => reasonOf(() => one.verify({ body, signature: vector.header, now }));
		expect(verify(signed, vector.timestamp + 100)).toBe("accepted");
		expect(verify(signed, vector.timestamp + 400)).toMatch(/stale/);
		expect(verify(`${signed}\n`, vector.timestamp + 100)).toMatch(/wrong/);
	});
});

const bodies = readStripeEventBodies();

describe.skipIf(bodies.length === 0)("event bodies written by others", () => {
	test.each(bodies)("$file is believed when signed, and read as it was written", ({ body }) => {
		const signature = signStripeBody({ body, secret, timestamp: now });
		expect(verifier.verify({ body, signature, now })).toEqual(JSON.parse(body));
	});
});
