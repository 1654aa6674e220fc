import config from "@payload-config";
import { headers } from "next/headers";
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from "payload";
import { cache } from "react";
import { touchSession } from "@/operations/users/touchSession";

type Session = { payload: Payload; req: PayloadRequest };

/** Who is signed in in this browser, as a request that reads with their rights. Once for each page. */
export const readSession = cache(async (): Promise<Session> => {
	const sent = await headers();
	const payload = await getPayload({ config });
	const { user } = await payload.auth({ headers: sent });
	const req = await createLocalReq(user ? { user } : {}, payload);
	await touchSession(req);
	return { payload, req };
});
