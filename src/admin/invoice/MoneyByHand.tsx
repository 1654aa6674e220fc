import { DialogField } from "../parts/DialogField";

/** Money that moved outside every provider, as it is typed in. `at` as a datetime-local input writes it. */
export type MoneyByHand = { amount: string; at: string; method: string; reference: string; reason: string };

const methods = [
	{ value: "bank transfer", label: "Bank transfer" },
	{ value: "ACH", label: "ACH" },
	{ value: "wire", label: "Wire" },
	{ value: "cheque", label: "Cheque" },
	{ value: "card by phone", label: "Card by phone" },
	{ value: "other", label: "Other" },
];

/** Moved now, by bank transfer. */
export function startMoney(amount: string): MoneyByHand {
	const now = new Date();
	const at = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
	return { amount, at, method: "bank transfer", reference: "", reason: "" };
}

/** What the routes are sent of it. */
export function readMoney({ at, reference, ...rest }: MoneyByHand) {
	return { ...rest, at: new Date(at).toISOString(), reference: reference.trim() || null };
}

type Props = {
	money: MoneyByHand;
	currency: string;
	labels: { at: string; method: string; reasonHint: string };
	problems: Partial<Record<keyof MoneyByHand, string>>;
	onChange(money: MoneyByHand): void;
};

export function MoneyFields({ money, currency, labels, problems, onChange }: Props) {
	const field = (name: keyof MoneyByHand) => ({
		value: money[name],
		problem: problems[name],
		onChange: (value: string) => onChange({ ...money, [name]: value }),
	});
	return (
		<>
			<DialogField {...field("amount")} label={`Amount (${currency.toUpperCase()})`} inputMode="decimal" hasFocus />
			<DialogField {...field("at")} label={labels.at} type="datetime-local" />
			<DialogField {...field("method")} label={labels.method} type="select" options={methods} />
			<DialogField {...field("reference")} label="Reference" hint="The bank's reference, if there is one." />
			<DialogField {...field("reason")} label="Reason" type="textarea" hint={labels.reasonHint} />
		</>
	);
}
