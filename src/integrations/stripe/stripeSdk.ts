import InstalledStripe from "stripe";
import type { Stripe } from "../../../node_modules/stripe/esm/stripe.esm.node";

export type { Stripe };

/**
 * Stripe's library in the version we installed. plugin-stripe brings one of 2022 whose types declare the module
 * `stripe` for the whole program, ours too; what runs is right, so only the types are taken from the file itself.
 */
export const StripeSdk = InstalledStripe as unknown as typeof Stripe;
