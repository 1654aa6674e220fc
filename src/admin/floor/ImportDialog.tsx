"use client";

import { Button, toast } from "@payloadcms/ui";
import { type ChangeEvent, useId, useState } from "react";
import { type DecodedSheet, decodeSheet, type Encoding, encodings, isWorkbook } from "@/domain/csv/decodeSheet";
import { type ImportKind, importColumns, importKinds } from "@/domain/floor/floorImport";
import type { ImportResult } from "@/operations/floor/importFloor";
import { callApi, sayFailure } from "../parts/callApi";
import { DialogField } from "../parts/DialogField";
import { ReadDialog } from "../parts/ReadDialog";
import { ImportPreview } from "./ImportPreview";
import { exampleOf, kindLabels, templateHref } from "./templates";

type Props = { casinoId: string; onDone(): void; onClose(): void };

/** A file of areas, tables or people: chosen or pasted, looked at line by line, then taken in whole. */
export function ImportDialog({ casinoId, onDone, onClose }: Props) {
	const { file, result, problem, isBusy, change, choose, preview, apply } = useImport({ casinoId, onDone, onClose });
	const canApply =
		result !== null && result.problems.length === 0 && (result.create + result.change > 0 || file.invite);
	const button = { type: "button", size: "medium", margin: false } as const;
	return (
		<ReadDialog
			title="Import a file"
			isBusy={isBusy}
			onClose={onClose}
			buttons={
				<>
					<p className="kt-dialog__problem" role="alert">
						{problem}
					</p>
					<Button {...button} buttonStyle="secondary" disabled={isBusy} onClick={onClose}>
						Cancel
					</Button>
					<Button
						{...button}
						buttonStyle={canApply ? "secondary" : "primary"}
						disabled={isBusy || file.csv.trim() === ""}
						onClick={() => void preview()}
					>
						{isBusy ? "Working…" : "Preview"}
					</Button>
					<Button {...button} disabled={!canApply || isBusy} onClick={() => void apply()}>
						{result ? `Take in ${result.create + result.change} lines` : "Take in"}
					</Button>
				</>
			}
		>
			<div className="kt-dialog__body">
				<FileFields file={file} isBusy={isBusy} onChange={change} onChoose={(chosen) => void choose(chosen)} />
				{result ? <ImportPreview result={result} /> : null}
			</div>
		</ReadDialog>
	);
}

/** `csv` is what is sent: a chosen file as it was read, or what was pasted. `source` is the file, to be read in another encoding. */
type File = { kind: ImportKind; csv: string; invite: boolean; source: Source | null };
type Source = DecodedSheet & { bytes: Uint8Array };

function readSource(bytes: Uint8Array, chosen: Encoding | null = null): Pick<File, "csv" | "source"> {
	const source = { ...decodeSheet(bytes, chosen), bytes };
	return { csv: source.text, source };
}

function useImport({ casinoId, onDone, onClose }: Props) {
	const [file, setFile] = useState<File>({ kind: "areas", csv: "", invite: false, source: null });
	const [result, setResult] = useState<ImportResult | null>(null);
	const [problem, setProblem] = useState<string | null>(null);
	const [isBusy, setBusy] = useState(false);
	const send = async (isToApply: boolean, given: File): Promise<ImportResult | null> => {
		setBusy(true);
		setProblem(null);
		try {
			const { kind, csv } = given;
			const body = { kind, csv, apply: isToApply, invite: kind === "roster" && given.invite };
			return await callApi<ImportResult>(`/casinos/${casinoId}/floor-import`, { body });
		} catch (error) {
			setProblem(sayFailure(error, "The file could not be read. Try again."));
			return null;
		} finally {
			setBusy(false);
		}
	};
	const preview = async (given = file) => setResult(await send(false, given));
	const change = (part: Partial<File>, isWhole = false) => {
		const next = { ...file, ...part };
		setFile(next);
		if (!("invite" in part)) setResult(null);
		// A file that was chosen is looked at at once; what is being typed, when it is done.
		if (isWhole) void preview(next);
	};
	const apply = async () => {
		const applied = await send(true, file);
		if (!applied) return;
		const invited = applied.invited > 0 ? ` ${applied.invited} people are invited.` : "";
		toast.success(`${applied.create} new, ${applied.change} changed, ${applied.keep} the same.${invited}`);
		onDone();
		onClose();
	};
	const choose = async (chosen: Blob) => {
		const bytes = new Uint8Array(await chosen.arrayBuffer());
		if (isWorkbook(bytes))
			setProblem("This is an Excel workbook. Save it as “CSV UTF-8” first, then choose that file.");
		else change(readSource(bytes), true);
	};
	return { file, result, problem, isBusy, change, choose, preview: () => preview(), apply };
}

type FieldProps = { file: File; isBusy: boolean; onChange(part: Partial<File>, isWhole?: boolean): void };

function FileFields(props: FieldProps & { onChoose(chosen: Blob): void }) {
	const { file, isBusy, onChange, onChoose } = props;
	const fileId = useId();
	const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
		const [chosen] = target.files ?? [];
		if (chosen) onChoose(chosen);
		// The same file, put right and chosen again, is a change too.
		target.value = "";
	};
	const { all, required } = importColumns[file.kind];
	const optional = all.filter((column) => !required.some((each) => each === column));
	return (
		<>
			<DialogField
				label="What is in it"
				type="select"
				value={file.kind}
				options={importKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
				isDisabled={isBusy}
				onChange={(kind) => onChange({ kind: kind as ImportKind })}
				hint={`Columns: ${required.join(", ")}${optional.length > 0 ? `; if you like ${optional.join(", ")}` : ""}.`}
			/>
			<p>
				<a href={templateHref(file.kind)} download={`${file.kind}.csv`}>
					Download a template
				</a>{" "}
				<span className="kt-muted">An empty cell leaves what is there. Nothing is deleted.</span>
			</p>
			<div className="kt-field">
				<label htmlFor={fileId}>CSV file</label>
				<input
					id={fileId}
					type="file"
					accept=".csv,.txt,.tsv,text/csv,text/plain"
					disabled={isBusy}
					onChange={choose}
				/>
			</div>
			{file.source ? <EncodingField source={file.source} isBusy={isBusy} onChange={onChange} /> : null}
			<PasteField file={file} isBusy={isBusy} onChange={onChange} />
			{file.kind === "roster" ? (
				<label className="kt-floor-invite">
					<input
						type="checkbox"
						checked={file.invite}
						disabled={isBusy}
						onChange={({ target }) => onChange({ invite: target.checked })}
					/>
					Mail an invitation to everybody on it who has none
				</label>
			) : null}
		</>
	);
}

/** How the file was read, with the words that show whether that was right. */
function EncodingField(props: { source: Source; isBusy: boolean; onChange: FieldProps["onChange"] }) {
	const { source, isBusy, onChange } = props;
	const { encoding, telling, bytes } = source;
	return (
		<DialogField
			label="Encoding"
			type="select"
			value={encoding}
			options={Object.entries(encodings).map(([value, label]) => ({ value, label }))}
			isDisabled={isBusy}
			onChange={(chosen) => onChange(readSource(bytes, chosen as Encoding), true)}
			hint={sayReading(source)}
			{...(telling.some((word) => word.includes("\ufffd"))
				? { problem: `Letters were lost: ${telling.join(", ")}. Choose another encoding.` }
				: {})}
		/>
	);
}

function sayReading({ isCertain, telling }: Source): string {
	if (telling.length === 0) return "It has plain letters only.";
	const words = `Read as: ${telling.join(", ")}.`;
	return isCertain ? words : `${words} The file does not say its encoding: if a letter is wrong, choose another.`;
}

function PasteField({ file, isBusy, onChange }: FieldProps) {
	const id = useId();
	return (
		<div className="kt-field">
			<label htmlFor={id}>Or paste its lines</label>
			<textarea
				id={id}
				className="kt-floor-paste"
				rows={5}
				spellCheck={false}
				placeholder={exampleOf(file.kind)}
				value={file.csv}
				disabled={isBusy}
				onChange={({ target }) => onChange({ csv: target.value, source: null })}
			/>
		</div>
	);
}
