import type { UIFieldServerProps } from "payload";
import { readPersonActions } from "@/operations/views/readPersonActions";
import { PersonActs } from "./PersonActs";

/** How a person's account stands, and what can be done with it. */
export async function PersonActions({ id, req }: UIFieldServerProps) {
	if (!id) return <p>A link is mailed to the person when you save: they choose their own password.</p>;
	return <PersonActs person={await readPersonActions({ req, userId: String(id) })} />;
}
