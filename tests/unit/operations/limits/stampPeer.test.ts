import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { peerHeader } from "@/operations/limits/clientAddressOf";
import { stampPeer } from "@/operations/limits/stampPeer";

test("a route sees who is at the other end, not who the client says is", async () => {
	stampPeer();
	const server = createServer((request, response) => response.end(String(request.headers[peerHeader])));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { [peerHeader]: "203.0.113.9" } });
	expect(await answer.text()).toBe("127.0.0.1");
	await new Promise((resolve) => server.close(resolve));
});
