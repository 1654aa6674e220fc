"use client";

import { FieldDescription, FieldError, FieldLabel, useField, useFormFields, withCondition } from "@payloadcms/ui";
import type { NumberFieldClientProps } from "payload";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { isCurrency } from "@/domain/money";
import { useReaderLocale } from "../parts/useReaderLocale";
import { type AmountValue, findAmountProblem, type Reading, readAmount, rereadAmount, showAmount } from "./readAmount";
import "./fields.css";

/** The row's currency stands beside the amount: `price` and `currency`, `a.price` and `a.currency`. */
function useSiblingCurrency(path: string): string {
	const sibling = path.includes(".") ? `${path.slice(0, path.lastIndexOf("."))}.currency` : "currency";
	const value = useFormFields(([fields]) => fields?.[sibling]?.value);
	return typeof value === "string" ? value.trim().toLowerCase() : "";
}

/**
 * Typed in major units of the row's currency, stored as integer minor units. What is not an amount stays as typed,
 * says so at the field and cannot be saved.
 */
function MoneyFieldInput({ field, path: givenPath, readOnly }: NumberFieldClientProps) {
	const currency = useSiblingCurrency(givenPath ?? field.name);
	const locale = useReaderLocale();
	const reading = useMemo(() => ({ currency, locale }), [currency, locale]);
	const problemOf = useCallback(
		(value: AmountValue) => {
			if (value === null || value === undefined || value === "") return field.required ? "Enter an amount." : null;
			return findAmountProblem(value, reading);
		},
		[reading, field.required],
	);
	const validate = useCallback((value: unknown) => problemOf(value as AmountValue) ?? true, [problemOf]);
	const { value, setValue, showError, errorMessage, path, disabled } = useField<AmountValue>({
		potentiallyStalePath: givenPath,
		validate,
	});
	const [typed, setTyped] = useState<string | null>(null);
	const [wasLeft, setLeft] = useState(false);
	const text = typed ?? showAmount(value, reading);
	useRereadInCurrency({ reading, text, value, setValue, setTyped });

	const problem = problemOf(value);
	const isWrong = showError || (wasLeft && problem !== null);
	const isLocked = Boolean(readOnly || disabled);
	const classes = ["field-type", "number", "kt-money-field", isWrong && "error", isLocked && "read-only"];
	const message = problem ?? errorMessage;
	return (
		<div
			className={classes.filter(Boolean).join(" ")}
			style={{ "--field-width": field.admin?.width } as React.CSSProperties}
		>
			<FieldLabel label={field.label} path={path} required={field.required} />
			<div className="field-type__wrap">
				<FieldError path={path} showError={isWrong} message={message} />
				<AmountInput
					path={path}
					reading={reading}
					text={text}
					isLocked={isLocked}
					problem={isWrong ? (message ?? "This is not an amount.") : null}
					onChange={(next) => {
						setTyped(next);
						setValue(readAmount(next, reading));
					}}
					onLeave={() => {
						setLeft(true);
						if (typeof value === "number") setTyped(null);
					}}
				/>
				<FieldDescription description={field.admin?.description} path={path} />
			</div>
		</div>
	);
}

function AmountInput(props: {
	path: string;
	reading: Reading;
	text: string;
	isLocked: boolean;
	problem: string | null;
	onChange(text: string): void;
	onLeave(): void;
}) {
	const { path, reading, text, isLocked, problem, onChange, onLeave } = props;
	const { currency } = reading;
	const problemId = useId();
	return (
		<div className="kt-money-field__input">
			<span className="kt-money-field__currency" aria-hidden="true">
				{currency.toUpperCase() || "···"}
			</span>
			<input
				id={`field-${path.replaceAll(".", "__")}`}
				name={path}
				type="text"
				inputMode="decimal"
				autoComplete="off"
				disabled={isLocked}
				placeholder={isCurrency(currency) ? showAmount(0, reading) : "0"}
				value={text}
				aria-invalid={problem !== null}
				aria-describedby={problemId}
				onChange={({ target }) => onChange(target.value)}
				onBlur={onLeave}
			/>
			<span id={problemId} className="kt-sr">
				{problem}
			</span>
		</div>
	);
}

/** The figures stay when the currency changes. */
function useRereadInCurrency(input: {
	reading: Reading;
	text: string;
	value: AmountValue;
	setValue(value: AmountValue): void;
	setTyped(text: string | null): void;
}) {
	const { reading, text, value, setValue, setTyped } = input;
	const before = useRef<{ currency: string; text: string } | null>(null);
	useEffect(() => {
		const known = before.current;
		const { currency } = reading;
		if (!isCurrency(currency)) return;
		before.current = { currency, text };
		if (!known || known.currency === currency || value === null || value === undefined || known.text === "") return;
		const { figures, value: next } = rereadAmount(known.text, reading);
		before.current = { currency, text: figures };
		setTyped(typeof next === "number" ? null : figures);
		setValue(next);
	}, [reading, text, value, setValue, setTyped]);
}

export const MoneyField = withCondition(MoneyFieldInput);
