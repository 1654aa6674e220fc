import { writeSecurityText } from "@/operations/settings/writeSecurityText";
import { defineEndpoint } from "../defineEndpoint";

/** `GET /.well-known/security.txt`, which is led here. */
export const getSecurityText = defineEndpoint({
	method: "get",
	path: "/security.txt",
	allow: "anyone",
	handle: async ({ req }) =>
		new Response(await writeSecurityText({ req, now: new Date() }), {
			headers: { "Content-Type": "text/plain; charset=utf-8" },
		}),
});
