"use client";

import { useEffect, useState } from "react";
import { formatMoney } from "@/domain/money";
import type { HeldEvent } from "@/operations/payments/listHeldEvents";
import { callApi, sayFailure } from "../parts/callApi";
import { sayStatus } from "../parts/StatusBadge";

type Offered = {
	invoiceId: string;
	number: string;
	casinoName: string;
	amountDue: number;
	currency: string;
	why: string;
};
type FoundInvoice = {
	id: string;
	number: string;
	status: string;
	amountDue: number;
	currency: string;
	casino: { name: string } | string;
};
type Props = {
	event: HeldEvent;
	isReadOnly: boolean;
	chosen: string | null;
	onChoose: (choice: { invoiceId: string; label: string }) => void;
};

const SEARCH_AFTER_MS = 250;
const MOST_FOUND = 6;

/** The invoices the payment may be for, with why; any other is found by number, customer or purchaser. */
export function InvoiceChoice({ event, isReadOnly, chosen, onChoose }: Props) {
	const [query, setQuery] = useState("");
	const { found, hasMore, problem } = useInvoiceSearch(query);
	const suggested = new Set(event.candidates.map(({ invoiceId }) => invoiceId));
	const offers: Offered[] = [...event.candidates, ...found.filter(({ invoiceId }) => !suggested.has(invoiceId))];
	return (
		<fieldset className="kt-choice" disabled={isReadOnly}>
			<legend>Whose is it?</legend>
			{offers.length === 0 ? <p className="kt-muted">No invoice fits. Search for one below.</p> : null}
			{offers.map((offer) => (
				<label key={offer.invoiceId}>
					<input
						type="radio"
						name={`invoice-${event.id}`}
						checked={chosen === offer.invoiceId}
						onChange={() => onChoose({ invoiceId: offer.invoiceId, label: `${offer.number} of ${offer.casinoName}` })}
					/>
					<span className="kt-choice__name">{offer.casinoName}</span>
					<span className="kt-choice__money kt-money">
						{offer.number} · {formatMoney(offer.amountDue, offer.currency)}
					</span>
					<span className="kt-choice__why">{offer.why}</span>
				</label>
			))}
			{isReadOnly ? null : (
				<input
					type="search"
					className="kt-input"
					placeholder="Another invoice: number, customer or e-mail"
					aria-label="Search invoices by number, customer or purchaser's e-mail"
					value={query}
					onChange={({ target }) => setQuery(target.value)}
				/>
			)}
			<p className="kt-choice__note" role="status">
				{problem ?? (hasMore ? `The newest ${MOST_FOUND} are shown: type more of it.` : null)}
				{!problem && query.trim().length > 1 && found.length === 0 ? "Nothing found yet." : null}
			</p>
		</fieldset>
	);
}

function useInvoiceSearch(query: string): { found: Offered[]; hasMore: boolean; problem: string | null } {
	const [found, setFound] = useState<Offered[]>([]);
	const [problem, setProblem] = useState<string | null>(null);
	useEffect(() => {
		const text = query.trim();
		if (text.length < 2) {
			setFound([]);
			return;
		}
		const stopping = new AbortController();
		const timer = setTimeout(async () => {
			try {
				const { docs } = await callApi<{ docs: FoundInvoice[] }>(searchPath(text), { signal: stopping.signal });
				setFound(docs.map(toOffer));
				setProblem(null);
			} catch (error) {
				if (!stopping.signal.aborted) setProblem(sayFailure(error, "The search failed."));
			}
		}, SEARCH_AFTER_MS);
		return () => {
			stopping.abort();
			clearTimeout(timer);
		};
	}, [query]);
	return { found: found.slice(0, MOST_FOUND), hasMore: found.length > MOST_FOUND, problem };
}

function searchPath(text: string): string {
	const fields = ["number", "casino.name", "purchaserEmail"];
	const where = fields.map((field, index) => `where[or][${index}][${field}][like]=${encodeURIComponent(text)}`);
	return `/invoices?${where.join("&")}&limit=${MOST_FOUND + 1}&depth=1&pagination=false&sort=-createdAt`;
}

function toOffer({ id, number, status, amountDue, currency, casino }: FoundInvoice): Offered {
	const casinoName = typeof casino === "string" ? "" : casino.name;
	return { invoiceId: id, number, casinoName, amountDue, currency, why: `Found by your search. ${sayStatus(status)}.` };
}
