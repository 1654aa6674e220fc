import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findFreePort } from "../../../scripts/postgres/findFreePort";
import { requireFreePort } from "../../../scripts/serving/requireFreePort";

test("a free port passes", async () => {
	await expect(requireFreePort(await findFreePort())).resolves.toBeUndefined();
});

test("a port in use is one sentence that names the way out", async () => {
	const port = await findFreePort();
	const squatter = createServer().listen(port);
	await once(squatter, "listening");
	await expect(requireFreePort(port)).rejects.toThrow(`Port ${port} is in use`);
	await expect(requireFreePort(port)).rejects.toThrow(`PORT=${port + 1} npm start`);
	squatter.close();
});
