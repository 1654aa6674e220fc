import { Pool } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20, application_name: "bench bare route" });

/** What any route costs that commits one row before it answers: reads the body, inserts it, answers JSON. */
export async function POST(request: Request): Promise<Response> {
	const body = await request.text();
	await pool.query({ name: "bare_insert", text: "INSERT INTO bench_bare (body) VALUES ($1)", values: [body] });
	return Response.json({ received: true });
}
