"use client";

import { toast } from "@payloadcms/ui";
import { type SyntheticEvent, useEffect, useId, useState } from "react";
import { type PortfolioQuery, printPortfolioQuery } from "@/domain/portfolio/portfolioQuery";
import { callApi, sayFailure } from "../parts/callApi";

type SavedView = { name: string; address: string };
const path = "/payload-preferences/keyturn-portfolio-views";
const MOST = 30;

/** The person's own views of the portfolio: filters, order and way of showing under a name. */
export function SavedViews({ query, onOpen }: { query: PortfolioQuery; onOpen(address: string): void }) {
	const { views, problem, save } = useSavedViews();
	const address = printPortfolioQuery({ ...query, page: 1 }).toString();
	const current = views?.find((view) => view.address === address);
	return (
		<details className="kt-menu">
			<summary>{current ? `View: ${current.name}` : "Saved views"}</summary>
			<div className="kt-menu__sheet">
				{views ? (
					<Views views={views} address={address} onOpen={onOpen} onSave={save} />
				) : (
					<p role="status">{problem ?? "Reading your views…"}</p>
				)}
			</div>
		</details>
	);
}

function Views(props: {
	views: readonly SavedView[];
	/** Of what is shown. */
	address: string;
	onOpen(address: string): void;
	onSave(views: readonly SavedView[]): Promise<boolean>;
}) {
	const { views, address, onOpen, onSave } = props;
	const [name, setName] = useState("");
	const id = useId();
	const add = async (event: SyntheticEvent) => {
		event.preventDefault();
		const given = name.trim();
		if (!given) return;
		const others = views.filter((view) => view.name !== given);
		if (await onSave([...others, { name: given, address }].slice(-MOST))) {
			setName("");
			toast.success(`Saved as “${given}”.`);
		}
	};
	const remove = async (view: SavedView) => {
		const isRemoved = await onSave(views.filter((each) => each !== view));
		if (isRemoved)
			toast.success(`“${view.name}” is gone.`, { action: { label: "Undo", onClick: () => void onSave(views) } });
	};
	return (
		<>
			{views.length === 0 ? <p>Nothing saved yet. Choose filters, then give them a name.</p> : null}
			{views.map((view) => (
				<div key={view.name} className="kt-menu__row">
					<button
						type="button"
						aria-current={view.address === address ? "true" : undefined}
						onClick={() => onOpen(view.address)}
					>
						{view.name}
					</button>
					<button type="button" aria-label={`Remove “${view.name}”`} title="Remove" onClick={() => void remove(view)}>
						×
					</button>
				</div>
			))}
			<form onSubmit={(event) => void add(event)}>
				<label htmlFor={id}>Save what is shown as</label>
				<span>
					<input
						id={id}
						className="kt-input"
						value={name}
						maxLength={60}
						placeholder="Late and red"
						onChange={({ target }) => setName(target.value)}
					/>
					<button type="submit" className="kt-quiet-button" disabled={name.trim() === ""}>
						Save
					</button>
				</span>
			</form>
		</>
	);
}

/** Kept among the person's preferences, where no one else reads them; null until they are read, lest a new one replaces them. */
function useSavedViews() {
	const [views, setViews] = useState<readonly SavedView[] | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	useEffect(() => {
		const leaving = new AbortController();
		callApi<{ value?: unknown }>(path, { signal: leaving.signal })
			.then(({ value }) => setViews(viewsOf(value)))
			.catch((error: unknown) => {
				if (!leaving.signal.aborted) setProblem(sayFailure(error, "Your views could not be read."));
			});
		return () => leaving.abort();
	}, []);
	const save = async (next: readonly SavedView[]): Promise<boolean> => {
		try {
			await callApi(path, { body: { value: next } });
			setViews(next);
			return true;
		} catch (error) {
			toast.error(sayFailure(error, "The view could not be saved. Try again."));
			return false;
		}
	};
	return { views, problem, save };
}

function viewsOf(value: unknown): SavedView[] {
	if (!Array.isArray(value)) return [];
	return value.filter((view): view is SavedView => typeof view?.name === "string" && typeof view?.address === "string");
}
