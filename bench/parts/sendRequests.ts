import { Agent, request } from "node:http";

export type Prepared = { path: string; method: "GET" | "POST"; headers: Record<string, string>; body?: string };
export type Measured = {
	seconds: number;
	rate: number;
	p50: number;
	p95: number;
	/** Until an answer begins. */
	firstByteP95: number;
};

/**
 * Sends prepared requests over connections that stay open, a fixed number at a time, reading every answer to its end.
 * @returns requests a second and latencies in milliseconds
 * @throws when one is not answered with success: a rate of failures means nothing
 */
export async function sendRequests(input: {
	port: number;
	requests: readonly Prepared[];
	concurrency: number;
}): Promise<Measured> {
	const agent = new Agent({ keepAlive: true, maxSockets: input.concurrency });
	const latencies: number[] = [];
	const firstBytes: number[] = [];
	let next = 0;
	const lane = async () => {
		for (let prepared = input.requests[next++]; prepared; prepared = input.requests[next++]) {
			const start = performance.now();
			const { begunAt } = await exchange(agent, input.port, prepared);
			firstBytes.push(begunAt - start);
			latencies.push(performance.now() - start);
		}
	};
	const start = performance.now();
	try {
		await Promise.all(Array.from({ length: input.concurrency }, lane));
	} finally {
		agent.destroy();
	}
	const seconds = (performance.now() - start) / 1000;
	return {
		...{ seconds, rate: latencies.length / seconds },
		...{ p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), firstByteP95: quantile(firstBytes, 0.95) },
	};
}

/** Sends one request. @returns the answer's body */
export async function send(agent: Agent | undefined, port: number, prepared: Prepared): Promise<string> {
	return (await exchange(agent, port, prepared)).text;
}

type Exchanged = { text: string; begunAt: number };

function exchange(agent: Agent | undefined, port: number, prepared: Prepared): Promise<Exchanged> {
	const { method, path, headers, body } = prepared;
	return new Promise((resolve, reject) => {
		const sent = request({ host: "127.0.0.1", port, method, path, headers, agent }, (answer) => {
			const chunks: Buffer[] = [];
			let begunAt = 0;
			answer.on("data", (chunk) => {
				begunAt ||= performance.now();
				chunks.push(chunk);
			});
			answer.on("error", reject);
			answer.on("end", () => {
				const text = Buffer.concat(chunks).toString("utf8");
				if (isGood(answer.statusCode)) resolve({ text, begunAt });
				else reject(new Error(`${method} ${path} was answered ${answer.statusCode}: ${text.slice(0, 500)}`));
			});
		});
		sent.on("error", reject);
		sent.end(body);
	});
}

const isGood = (status: number | undefined) => status === 200 || status === 201;

/** The value below which a part of the numbers lies, by nearest rank. */
export function quantile(numbers: readonly number[], part: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
