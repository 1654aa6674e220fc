import { describe, expect, it } from "vitest";
import type { GateCondition } from "@/domain/gate";
import { findGateWait, paymentIsHeld } from "@/domain/waitingOn";

const condition = (key: GateCondition["key"], restsWith: GateCondition["restsWith"]): GateCondition => ({
	...{ key, restsWith, isMet: false, label: key, detail: `${key} is not met.`, whoCanAct: ["admin"] },
});
const contracts = condition("needed_contracts_signed", "customer");
const money = condition("invoices_cleared", "customer");

describe("on whom the gate rests", () => {
	it("is decided by what is missing first", () => {
		expect(findGateWait([contracts, condition("invoices_cleared", "vendor")], false)).toEqual({
			gateWaitsOn: "customer",
			gateWaitsFor: "needed_contracts_signed is not met.",
		});
		expect(findGateWait([{ ...contracts, isMet: true }], false)).toEqual({ gateWaitsOn: "nobody", gateWaitsFor: null });
	});

	it("is the vendor for a payment that is held, and the customer again for what else they have to do", () => {
		expect(findGateWait([money], true)).toEqual({ gateWaitsOn: "vendor", gateWaitsFor: paymentIsHeld });
		expect(findGateWait([contracts, money], true).gateWaitsOn).toBe("customer");
	});
});
