import { describe, expect, it } from "vitest";
import { secretMark, withoutSecrets } from "@/audit/withoutSecrets";

describe("a record without secrets", () => {
	it.each([
		"password",
		"newPassword",
		"passphrase",
		"hash",
		"salt",
		"token",
		"tokenHash",
		"resetPasswordToken",
		"accessToken",
		"refresh_token",
		"secret",
		"webhookSecret",
		"clientSecret",
		"apiKey",
		"api_key",
		"apiKeyIndex",
		"keyHash",
		"privateKey",
		"authorization",
		"cookie",
		"credentials",
		"sessions",
		"otp",
	])("marks %s at any depth", (name) => {
		expect(withoutSecrets({ [name]: "x", list: [{ deep: { [name]: ["x"] } }] })).toEqual({
			[name]: secretMark,
			list: [{ deep: { [name]: secretMark } }],
		});
	});

	it.each(["name", "key", "hashtags", "contentHash", "currency", "position", "footprint", "opensGate"])(
		"keeps %s",
		(name) => {
			expect(withoutSecrets({ [name]: "x" })).toEqual({ [name]: "x" });
		},
	);

	it("keeps the absence of one", () => {
		expect(withoutSecrets({ password: null })).toEqual({ password: null });
	});
});
