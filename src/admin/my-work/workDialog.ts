import type { WorkItem } from "@/operations/portfolio/readMyWork";
import type { Selection } from "../parts/useSelection";
import type { Asked } from "./MyWork";
import type { useWork } from "./useWork";

export type WorkDialogProps = {
	asked: Asked;
	state: ReturnType<typeof useWork>;
	selection: Selection<WorkItem>;
	onClose(): void;
};

/** “Send the invoice”, or “3 items”. */
export const nameItems = ({ items }: Asked) => (items.length === 1 ? items[0]?.title : `${items.length} items`);
