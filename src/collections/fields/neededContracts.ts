import type { ArrayField } from "payload";
import { contractNames, contractTypes } from "@/domain/gate";
import { conditionFields } from "./playbookPhases";

/** What has to be signed before provisioning starts. */
export const neededContracts: ArrayField = {
	name: "contracts",
	type: "array",
	label: "Contracts signed before provisioning",
	labels: { singular: "Contract", plural: "Contracts" },
	admin: {
		initCollapsed: true,
		description:
			"The gate waits for each of them. One whose decision is not made yet holds nothing up. Left empty, it waits for an order form or a support contract. Any other contract of the onboarding has to be signed as well.",
	},
	fields: [
		{
			name: "type",
			type: "select",
			required: true,
			options: contractTypes.map((value) => ({
				value,
				label: `${contractNames[value].charAt(0).toUpperCase()}${contractNames[value].slice(1)}`,
			})),
			enumName: "playbook_contract",
		},
		conditionFields("Left empty, every onboarding needs it."),
	],
};
