import { isDay } from "@/domain/calendar/day";
import type { DecisionStatus } from "@/domain/decisionStatus";
import type { DoneLine } from "@/domain/decisions/definitionOfDone";
import { type DecisionPacket, formatSignature, type GoNoGoPacket, type SignOffPacket } from "@/domain/decisions/packet";
import { sayCheck } from "@/domain/decisions/sayCheck";
import { formatPerson } from "@/domain/formatPerson";
import { spelled } from "@/domain/inWords";
import { type Block, type Cell, felt, grey, warning } from "./pdf/block";
import { planChangeBlocks } from "./planChangeBlocks";

/** A decision as it is printed. Times are ISO 8601. */
export type PrintedDecision = {
	id: string;
	title: string;
	status: DecisionStatus;
	expiresAt: string | null;
	decidedAt: string | null;
	hash: string | null;
	/** Null for whoever may read the decision and not what was known. */
	packet: DecisionPacket | null;
};

/** The words of a printed decision, from top to bottom. */
export function decisionBlocks(decision: PrintedDecision): Block[] {
	const { title, packet } = decision;
	return [
		{ kind: "title", text: title },
		{ kind: "text", text: standing(decision), font: "bold", size: 11 },
		...(packet ? [...frameBlocks(packet), ...subjectBlocks(packet)] : []),
		...hashBlocks(decision),
	];
}

const moment = (at: string) => (isDay(at) ? at : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`);
const heading = (text: string): Block => ({ kind: "heading", text });
const muted = (text: string): Block => ({ kind: "text", text, colour: grey });
const good = (text: string): Cell => ({ text, font: "bold", colour: felt });
const waits = (text: string): Cell => ({ text, font: "bold", colour: warning });

function standing({ status, decidedAt, expiresAt }: PrintedDecision): string {
	const until = expiresAt ? `, until ${moment(expiresAt)}` : "";
	if (status === "proposed") return `Proposed, not decided${until}`;
	const on = decidedAt ? ` on ${moment(decidedAt)}` : "";
	return `${spelled(status).replace(/^./, (first) => first.toUpperCase())}${on}${status === "rejected" ? "" : until}`;
}

function frameBlocks({ casino, onboarding, playbook, asked, decided, asOf }: DecisionPacket): Block[] {
	const because = (reason: string | null) => (reason ? `: ${reason}` : "");
	const rows: Cell[][] = [
		["Customer", onboarding.title === casino.name ? casino.name : `${casino.name} (${onboarding.title})`],
		["Playbook", `${playbook.name}, version ${playbook.version}`],
		["Asked for", `${formatPerson(asked.by)}, ${moment(asked.at)}${because(asked.reason)}`],
	];
	if (decided) {
		rows.push([
			"Decided",
			`${spelled(decided.outcome)} by ${formatPerson(decided.by)}, ${moment(decided.at)}${because(decided.reason)}`,
		]);
	}
	rows.push(["Records as of", moment(asOf)]);
	return [
		{
			kind: "table",
			columns: [2, 8],
			rows: rows.map(([name = "", value = ""]) => [{ text: String(name), colour: grey }, value]),
		},
	];
}

function subjectBlocks(packet: DecisionPacket): Block[] {
	switch (packet.kind) {
		case "go_no_go":
			return goNoGoBlocks(packet);
		case "waiver":
			return [
				heading("What is waived"),
				{ kind: "text", text: packet.item.title, font: "bold" },
				muted(`${packet.item.phase}. ${packet.item.says ?? ""}`.trim()),
				{ kind: "text", text: `Until ${moment(packet.expiresAt)} it holds nobody up; then it opens again.` },
			];
		case "freeze_override":
			return [
				heading("What is lifted"),
				{
					kind: "text",
					text: `The freeze of settings from ${moment(packet.freeze.from)} to ${moment(packet.freeze.until)}.`,
				},
				{ kind: "text", text: `Settings may be changed until ${moment(packet.expiresAt)}.` },
			];
		case "primary_tool":
			return signOffBlocks(packet);
		case "plan_change":
			return planChangeBlocks(packet);
	}
}

function goNoGoBlocks(packet: GoNoGoPacket): Block[] {
	const { recommendation, says, checks, blockers, checkpoint } = packet;
	const isReady = recommendation === "READY";
	return [
		heading(`Recommendation: ${recommendation}`),
		{ kind: "text", text: says, colour: isReady ? felt : warning },
		heading("Checks"),
		{
			kind: "table",
			columns: [1, 2.6, 6.4],
			rows: checks.map(({ check, result, says: found }) => [
				result === "PASS" ? good(result) : waits(result),
				sayCheck(check),
				found,
			]),
		},
		heading(`Blockers (${blockers.length})`),
		blockers.length === 0
			? muted("Nothing is in the way.")
			: {
					kind: "table",
					columns: [5, 2.6, 2.4],
					rows: blockers.map(({ title, owner, assignee, dueAt, isOverdue }) => [
						title,
						assignee ? `${assignee} (${owner})` : (owner ?? ""),
						isOverdue ? waits(`${dueAt?.slice(0, 10)} overdue`) : (dueAt?.slice(0, 10) ?? ""),
					]),
				},
		...doneBlocks(packet.definitionOfDone),
		heading("Checkpoint"),
		{
			kind: "table",
			columns: [2, 8],
			rows: [
				["Done", checkpoint.done.join("\n") || "Nothing yet."],
				["In progress", checkpoint.inProgress.join("\n") || "Nothing."],
				["ETA confidence", checkpoint.etaConfidence ?? "not said"],
				["Go-live promised", checkpoint.goLiveAt?.slice(0, 10) ?? "no date"],
				["Go-live expected", checkpoint.forecastAt?.slice(0, 10) ?? "no date"],
			],
		},
	];
}

function signOffBlocks(packet: SignOffPacket): Block[] {
	const { definitionOfDone, weeks } = packet;
	return [
		heading("What was signed"),
		{ kind: "text", text: "This is our primary tool for the agreed workflows." },
		{ kind: "text", text: `Signed: ${formatSignature(packet)}`, font: "bold" },
		heading("Use, week by week"),
		{
			kind: "table",
			columns: [1.4, 8.6],
			rows: weeks.map(({ meets, says }) => [meets ? good("Met") : waits("Missed"), says]),
		},
		...doneBlocks(definitionOfDone),
	];
}

function doneBlocks(lines: readonly DoneLine[]): Block[] {
	return [
		heading("Definition of done"),
		{
			kind: "table",
			columns: [1.4, 3.6, 5],
			rows: lines.map(({ line, done, says }) => [done ? good("Done") : waits("To come"), line, says]),
		},
	];
}

function hashBlocks({ id, hash }: PrintedDecision): Block[] {
	if (!hash) return [];
	return [
		{ kind: "rule" },
		muted(`Frozen when it was decided. SHA-256 of what was known: ${hash}`),
		muted(`Decision ${id}`),
	];
}
