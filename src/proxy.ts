import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { writeContentPolicy } from "@/app/contentPolicy";
import { env } from "@/env";

/**
 * Gives each page a nonce of its own: Next reads it out of the request's policy and writes it onto every script of the page.
 *
 * Only pages come through here. Once a proxy runs, a request's body is cut at 10 MB: uploads go to `/api`, which has one fixed
 * policy (`next.config.mjs`).
 */
export function proxy(request: NextRequest): NextResponse {
	const policy = writeContentPolicy({
		pathname: request.nextUrl.pathname,
		nonce: randomBytes(16).toString("base64"),
		isDevelopment: env().NODE_ENV === "development",
	});
	const headers = new Headers(request.headers);
	headers.set("Content-Security-Policy", policy);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("Content-Security-Policy", policy);
	return response;
}

export const config = { matcher: ["/((?!api/|api$|_next/|icon\\.svg$|\\.well-known/).*)"] };
