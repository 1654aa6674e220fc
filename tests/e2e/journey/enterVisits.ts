import { Client } from "pg";
import { actAsStaff } from "../../int/integrations/product/sampleCasino";

const hours = 3_600_000;

/** Somebody works with the product, every six hours of some days: whatever the casino's zone, each shift of half a day has a visit. */
export async function enterVisits(input: {
	casino: string;
	email: string;
	table: string;
	fromDaysAgo: number;
	toDaysAgo: number;
}): Promise<void> {
	const { casino, email, table, fromDaysAgo, toDaysAgo } = input;
	const first = Math.floor(Date.now() / (24 * hours)) * 24 * hours - fromDaysAgo * 24 * hours;
	const visits = Array.from({ length: (fromDaysAgo - toDaysAgo) * 4 }, (_, index) =>
		new Date(first + index * 6 * hours).toISOString(),
	);
	const product = new Client({ connectionString: process.env.PRODUCT_DATABASE_URL });
	await product.connect();
	try {
		await actAsStaff(product, { casinoId: casino, email }, () =>
			product.query(
				`INSERT INTO floor.visit_entry (casino_id, gaming_table_id, staff_id, guest_reference, entered_at)
				 SELECT casino_id, id, floor.current_staff(), 'G', at::timestamptz FROM floor.gaming_table, unnest($2::text[]) AS at
				 WHERE label = $1`,
				[table, visits],
			),
		);
	} finally {
		await product.end();
	}
}
