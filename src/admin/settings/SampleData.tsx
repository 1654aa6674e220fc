import type { UIFieldServerProps } from "payload";
import { actorOf } from "@/access/actorOf";
import { readSamples, removalWords } from "@/operations/samples/removeSamples";
import { RemoveSamples } from "./RemoveSamples";

/** Which sample records the installation holds, and how an administrator removes them. */
export async function SampleData({ req }: UIFieldServerProps) {
	const actor = actorOf(req);
	if (actor.kind !== "person" || actor.vendorRole !== "admin") return null;
	return <RemoveSamples samples={await readSamples({ req })} words={removalWords} />;
}
