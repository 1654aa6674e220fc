import { renderPdf } from "@/documents/pdf/renderPdf";
import { type ContractType, contractNames } from "@/domain/gate";
import { slug } from "@/slugs";
import { colleague, type Desk } from "./desk";
import type { Opened } from "./openCustomer";

/** The signed copy of a sample contract, as one page of PDF on the customer's own record. @returns the file's id */
export async function signedCopy(
	desk: Desk,
	{ casino, company, facts }: Pick<Opened, "casino" | "company" | "facts">,
	type: ContractType,
): Promise<string> {
	const { payload, system } = desk;
	const name = contractNames[type];
	const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
	const terms: [string, string][] =
		type === "order_form" || type === "support"
			? [
					["Plan", facts.plan.replaceAll("-", " ")],
					["Sites", String(facts.sites)],
					["Seats", String(facts.seats)],
					["Term", "12 months"],
				]
			: [["Term", "Until one of the parties ends it"]];
	const pdf = renderPdf({
		title,
		footer: `${title} · a sample`,
		madeAt: new Date().toISOString(),
		blocks: [
			{ kind: "title", text: title },
			{ kind: "text", text: `Between Keyturn and ${company.name}, for ${casino.name}.` },
			{ kind: "table", columns: [1, 3], rows: terms },
			{ kind: "rule" },
			{ kind: "text", text: `Signed for ${company.name}: ${facts.lead.name}` },
			{ kind: "text", text: `Signed for Keyturn: ${colleague(desk, "manager").name}` },
			{ kind: "text", text: "This is a sample. It binds nobody." },
		],
	});
	const { id } = await payload.create({
		collection: slug.media,
		data: { casino: casino.id, alt: `${title}, signed` } as never,
		file: {
			data: Buffer.from(pdf),
			mimetype: "application/pdf",
			name: `${facts.domain}-${type.replaceAll("_", "-")}.pdf`,
			size: pdf.length,
		},
		depth: 0,
		...system,
	});
	return id;
}
