import { KeyturnError } from "@/errors";

/** A step cannot do its work with the facts it has; only a person can change that. */
export class StepRefused extends KeyturnError {
	static override readonly kind: string = "StepRefused";

	constructor(publicMessage: string) {
		super({ code: "step_refused", status: 409, publicMessage });
	}
}

/** The effect of a step is not there when it is looked for. */
export class EffectMissing extends KeyturnError {
	static override readonly kind: string = "EffectMissing";

	constructor(publicMessage: string) {
		super({ code: "effect_missing", status: 409, publicMessage });
	}
}

/** Another worker has taken the run over: this one stops without a word. */
export class ClaimLost extends KeyturnError {
	static override readonly kind: string = "ClaimLost";

	constructor() {
		super({ code: "claim_lost", status: 409, publicMessage: "Another worker has taken this run over." });
	}
}
