import type { PayloadRequest } from "payload";

const mark = "reviewsPlanLater";

/** Whoever changes records under this request has the plans that hang on them reviewed by themselves, once. */
export function reviewLater(req: PayloadRequest): void {
	req.context[mark] = true;
}

export const isReviewedLater = (req: Pick<PayloadRequest, "context">): boolean => req.context[mark] === true;
