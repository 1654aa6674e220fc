import { counted } from "@/domain/inWords";
import { type Fate, isSame, type SaidDifference, type SaidItem, type SaidPhase } from "@/domain/playbook/sayDifference";
import { StatusBadge } from "../parts/StatusBadge";
import type { Tone } from "../parts/toneOf";
import { ChangeLines } from "./ChangeLines";
import "./difference.css";

/** How a group of items is called, and what becomes of them. */
export type FateWords = Partial<Record<Fate, { title: string; note?: string }>>;

type Props = {
	difference: SaidDifference;
	words: FateWords;
	/** The headings' level: one below what they stand under. */
	level?: 3 | 4;
};

const tones: Record<Fate, Tone> = {
	added: "good",
	changed: "moving",
	removed: "warn",
	kept: "ended",
	retired: "ended",
};

/** What two versions of a playbook say differently: the playbook, its phases, then items by what becomes of them. */
export function Difference({ difference, words, level = 4 }: Props) {
	const { playbook, phases, items } = difference;
	if (isSame(difference)) return <p className="kt-muted">They say the same.</p>;
	const groups = (Object.keys(words) as Fate[]).filter((fate) => items[fate].length > 0);
	return (
		<div className="kt-difference">
			{playbook.length > 0 ? (
				<Group title="The playbook itself" count={playbook.length} level={level}>
					<ChangeLines changes={playbook} />
				</Group>
			) : null}
			{phases.length > 0 ? (
				<Group title="Phases" count={phases.length} level={level}>
					<ul>
						{phases.map((phase) => (
							<PhaseRow key={phase.key} phase={phase} />
						))}
					</ul>
				</Group>
			) : null}
			{groups.map((fate) => (
				<Group
					key={fate}
					title={words[fate]?.title ?? fate}
					note={words[fate]?.note}
					count={items[fate].length}
					tone={tones[fate]}
					level={level}
				>
					<ItemsByPhase items={items[fate]} />
				</Group>
			))}
		</div>
	);
}

type GroupProps = {
	title: string;
	note?: string;
	count: number;
	tone?: Tone;
	level: 3 | 4;
	children: React.ReactNode;
};

function Group({ title, note, count, tone, level, children }: GroupProps) {
	const Heading = `h${level}` as const;
	return (
		<details className="kt-difference__group" open>
			<summary>
				<Heading>{tone ? <StatusBadge status={title} label={title} tone={tone} /> : title}</Heading>
				<span className="kt-count">{count}</span>
			</summary>
			{note ? <p className="kt-muted">{note}</p> : null}
			{children}
		</details>
	);
}

const phaseTones = { added: "good", changed: "moving", removed: "warn" } as const;

function PhaseRow({ phase: { name, fate, changes } }: { phase: SaidPhase }) {
	return (
		<li>
			<p>
				<strong>{name}</strong> <StatusBadge status={fate} tone={phaseTones[fate]} />
			</p>
			<ChangeLines changes={changes} />
		</li>
	);
}

/** Items beneath their phase's name, in the playbook's order. */
function ItemsByPhase({ items }: { items: readonly SaidItem[] }) {
	const phases = [...new Set(items.map(({ phase }) => phase))];
	return phases.map((phase) => {
		const own = items.filter((item) => item.phase === phase);
		return (
			<section key={phase} aria-label={`${phase}, ${counted(own.length, "item")}`}>
				<p className="kt-difference__phase">{phase}</p>
				<ul>
					{own.map(({ key, title, changes }) => (
						<li key={key}>
							<p>{title}</p>
							<ChangeLines changes={changes} />
						</li>
					))}
				</ul>
			</section>
		);
	});
}
