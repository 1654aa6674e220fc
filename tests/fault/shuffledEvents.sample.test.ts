import { test } from "vitest";
import { expectOneEnd } from "./parts/expectOneEnd";
import { playShuffled } from "./parts/playShuffled";

test("five events, each five times, end the same in forty orders", async () => {
	expectOneEnd(await playShuffled(40), 40);
});
