import type { Desk } from "./desk";
import type { SampleCustomer } from "./sampleCustomers";

/** A sample customer and how they came to where they stand. */
export type Story = { facts: SampleCustomer; play: (desk: Desk, facts: SampleCustomer) => Promise<void> };
