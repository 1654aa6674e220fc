/** CSV to be kept as a file, named with the day. */
export function csvAnswer(name: string, body: BodyInit): Response {
	const day = new Date().toISOString().slice(0, 10);
	return new Response(body, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="keyturn-${name}-${day}.csv"`,
			"Cache-Control": "private, no-store",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
