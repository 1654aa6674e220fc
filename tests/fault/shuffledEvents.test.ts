import { test } from "vitest";
import { expectOneEnd } from "./parts/expectOneEnd";
import { playShuffled } from "./parts/playShuffled";

test("five events, each five times, end the same in a thousand orders", { timeout: 1_800_000 }, async () => {
	expectOneEnd(await playShuffled(1000), 1000);
});
