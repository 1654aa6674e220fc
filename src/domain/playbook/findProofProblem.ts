import { isWebLink } from "../safeLink";
import type { EvidenceKind, ItemKind } from "./content";

/** What a person gives when they say that an item is done. */
export type Proof = {
	choice: string | null;
	value: string | null;
	link: string | null;
	/** Id of an uploaded file. */
	file: string | null;
	/** The name that the person signs with. */
	signedName: string | null;
};

/** What is missing or wrong in the proof of an item, at its field; null when it will do. */
export function findProofProblem(input: {
	item: { kind: ItemKind; evidence: EvidenceKind; choices: readonly string[] };
	proof: Proof;
}): { path: keyof Proof; message: string } | null {
	const { item, proof } = input;
	if (item.kind === "decision" && !item.choices.includes(proof.choice ?? "")) {
		return { path: "choice", message: `Choose one of: ${item.choices.join(", ")}.` };
	}
	// Whatever is asked for: an address that is given is shown, to be followed.
	if (proof.link !== null && !isWebLink(proof.link)) return notAnAddress;
	switch (item.evidence) {
		case "none":
			return null;
		case "value":
			return proof.value?.trim() ? null : { path: "value", message: "Enter the value that shows it." };
		case "link":
			return proof.link === null ? notAnAddress : null;
		case "file":
			return proof.file ? null : { path: "file", message: "Attach the file that shows it." };
		case "signature":
			return proof.signedName?.trim() ? null : { path: "signedName", message: "Sign with your full name." };
	}
}

const notAnAddress = {
	path: "link",
	message: "Give the address of the page that shows it, beginning with https://.",
} as const;
