import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileKinds, showFileName } from "@/domain/files/fileKinds";
import { createCustomer, createVendor, type Person } from "../../harness/factories";
import { type Keyturn, type RestOptions, startKeyturn } from "../../harness/startKeyturn";
import { createWorld, removeFiles, storedRow, type World } from "./world";

let keyturn: Keyturn;
let world: World;
let customer: Person;
let admin: Person;
let manager: Person;
beforeAll(async () => {
	keyturn = await startKeyturn();
	world = await createWorld(keyturn);
	customer = await createCustomer(keyturn, [{ casino: world.own.owner.casino, roles: ["compliance_lead"] }]);
	admin = await createVendor(keyturn, "admin");
	manager = await createVendor(keyturn, "manager");
});
afterAll(async () => {
	await removeFiles(world);
	await keyturn.stop();
});

type Media = { id: string; filename: string; url: string; mimeType: string };

const upload = (as: Person, file: RestOptions["file"], casino: string | null = world.own.owner.casino) =>
	keyturn.rest("POST", "/media?depth=0", { as, file, body: { alt: "A file", casino } });
const text = (name: string, data = "plain words") => ({ name, type: "text/plain", data });
const fileOf = async (id: string) => (await storedRow(world, "media", id)) as unknown as Media;
const get = (path: string, as?: Person) => keyturn.rest("GET", path, { as });
const rows = () => world.sql("SELECT id FROM media");

describe("a customer's file", () => {
	it("is uploaded to their casino and comes back as it went, as a download nobody guesses the kind of", async () => {
		const made = await upload(customer, text("minutes.txt", "what was agreed"));
		expect(made.status).toBe(201);
		const { filename } = (made.body as { doc: Media }).doc;
		const answer = await get(`/media/file/${filename}`, customer);
		expect([answer.status, answer.body]).toEqual([200, "what was agreed"]);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
		expect(answer.headers.get("cache-control")).toMatch(/private|no-store/);
	});

	it("is not theirs to give to another casino, or to nobody", async () => {
		const before = await rows();
		for (const casino of [world.foreign.owner.casino, null]) {
			expect((await upload(customer, text("note.txt"), casino)).status).toBe(400);
		}
		expect(await rows()).toHaveLength(before.length);
	});
});

describe("another casino's file", () => {
	it("is there for the vendor and for nobody else, by its row, its name and in lists", async () => {
		const { id, filename } = await fileOf(world.foreign.ids.media);
		const own = await fileOf(world.own.ids.media);
		expect((await get(`/media/file/${filename}`, admin)).status).toBe(200);
		expect((await get(`/media/file/${own.filename}`, customer)).status).toBe(200);
		const nowhere = await get("/media/file/there-is-no-such-file.txt", customer);
		for (const as of [customer, undefined]) {
			expect([403, 404]).toContain((await get(`/media/${id}`, as)).status);
			for (const path of [filename, encodeURIComponent(`./${filename}`), `${filename}?download=1`]) {
				const answer = await get(`/media/file/${path}`, as);
				expect([400, 403, 404], path).toContain(answer.status);
				expect(String(answer.body)).not.toBe("plain words");
			}
		}
		for (const as of [admin, customer, undefined])
			expect((await get(`/media/file/${own.filename}?prefix=`, as)).status).toBe(400);
		const refused = await get(`/media/file/${filename}`, customer);
		expect([refused.status, refused.body]).toEqual([nowhere.status, nowhere.body]);
		const list = await get(`/media?where[filename][equals]=${filename}`, customer);
		expect(list.body).toMatchObject({ docs: [], totalDocs: 0 });
	});

	it("is not overwritten by one of the same name", async () => {
		const theirs = await fileOf(world.foreign.ids.media);
		const made = await upload(customer, text(theirs.filename, "something else"));
		expect((made.body as { doc: Media }).doc.filename).not.toBe(theirs.filename);
		expect((await get(`/media/file/${theirs.filename}`, admin)).body).toBe("plain words");
	});

	it("is not taken over by naming it in a row of one's own", async () => {
		const theirs = await fileOf(world.foreign.ids.media);
		const body = { alt: "Mine", casino: world.own.owner.casino, filename: theirs.filename, url: theirs.url };
		const made = await keyturn.rest("POST", "/media", { as: customer, body });
		expect(made.status).toBe(400);
		const renamed = await keyturn.rest("PATCH", `/media/${world.own.ids.media}`, {
			as: admin,
			body: { filename: theirs.filename },
		});
		const own = await fileOf(world.own.ids.media);
		expect([renamed.status, own.filename === theirs.filename]).toEqual([expect.any(Number), false]);
	});

	it("is not reached by walking up from the folder", async () => {
		for (const path of [
			"../package.json",
			"..%2fpackage.json",
			"%2e%2e%2fpackage.json",
			"....//package.json",
			"%2fetc%2fpasswd",
		]) {
			for (const as of [customer, admin]) {
				const answer = await get(`/media/file/${path}`, as);
				expect([400, 403, 404], path).toContain(answer.status);
				expect(JSON.stringify(answer.body)).not.toContain("dependencies");
			}
		}
	});
});

describe("the vendor's own file", () => {
	it("is not the customers' to see", async () => {
		const made = await upload(manager, text("internal.txt"), null);
		const { id, filename } = (made.body as { doc: Media }).doc;
		expect([403, 404]).toContain((await get(`/media/${id}`, customer)).status);
		expect([403, 404]).toContain((await get(`/media/file/${filename}`, customer)).status);
		expect((await get(`/media/file/${filename}`, manager)).status).toBe(200);
	});
});

describe("a file a browser would run", () => {
	const script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
	const page = "<!doctype html><script>alert(1)</script>";
	it.each([
		["an SVG", { name: "a.svg", type: "image/svg+xml", data: script }],
		["an SVG said to be a PNG", { name: "a.png", type: "image/png", data: script }],
		["an SVG by its name alone", { name: "a.svg", type: "image/png", data: script }],
		["a page", { name: "a.html", type: "text/html", data: page }],
		["a page said to be text, by its name", { name: "a.html", type: "text/plain", data: page }],
		["a page said to be a PDF", { name: "a.pdf", type: "application/pdf", data: page }],
		["XML", { name: "a.xml", type: "application/xml", data: "<?xml version='1.0'?><a/>" }],
		["XHTML said to be text", { name: "a.xhtml", type: "text/plain", data: page }],
		["a script", { name: "a.js", type: "text/javascript", data: "alert(1)" }],
		["a script said to be text, by its name", { name: "a.js", type: "text/plain", data: "alert(1)" }],
		["a program", { name: "a.exe", type: "application/octet-stream", data: "MZ" }],
	])("is not taken: %s", async (_, file) => {
		const before = await rows();
		for (const as of [customer, admin]) expect((await upload(as, file)).status).toBe(400);
		expect(await rows()).toHaveLength(before.length);
	});
});

describe("a stored file", () => {
	it("has a name that tells nothing, and is downloaded under its own", async () => {
		const [first, second] = [
			await upload(admin, text("msa.txt", "ours"), world.foreign.owner.casino),
			await upload(customer, text("msa.txt", "theirs")),
		].map(({ body }) => (body as { doc: Media & { shownName: string } }).doc);
		for (const doc of [first, second]) {
			expect(doc?.filename).toMatch(/^[0-9a-f-]{36}\.txt$/);
			expect(doc?.shownName).toBe("msa.txt");
			for (const as of doc === second ? [customer, admin] : [admin]) {
				const answer = await get(`/media/file/${doc?.filename}`, as);
				expect(answer.headers.get("content-disposition")).toBe(
					`attachment; filename="msa.txt"; filename*=UTF-8''msa.txt`,
				);
				expect(answer.headers.get("content-security-policy")).toContain("sandbox");
			}
		}
		expect((await get(`/media/file/${first?.filename}`, customer)).status).toBe(404);
		expect((await get("/media/file/msa.txt", customer)).status).toBe(404);
	});

	it("ends as what it is, whatever it was called", async () => {
		const made = await upload(customer, {
			name: "page.html",
			type: "application/pdf",
			data: "%PDF-1.4 <script> xref %%EOF",
		});
		const { doc } = made.body as { doc: Media & { shownName: string } };
		expect([made.status, doc.filename.split(".")[1], doc.shownName]).toEqual([201, "pdf", "page.html.pdf"]);
		const change = async (body: object) =>
			(await keyturn.rest("PATCH", `/media/${doc.id}`, { as: admin, body: { ...body, alt: "Renamed" } })).status;
		expect([
			await change({ shownName: "x.html" }),
			await change({ filename: "x.html", mimeType: "text/html", url: "/x.html" }),
		]).toEqual([403, 200]);
		expect(await storedRow(world, "media", doc.id)).toMatchObject({
			alt: "Renamed",
			filename: doc.filename,
			shownName: "page.html.pdf",
			mimeType: "application/pdf",
		});
	});

	it("is readable by nobody else on the machine", async () => {
		const made = await upload(customer, text("private.txt"));
		const { filename } = (made.body as { doc: Media }).doc;
		const folder = path.resolve(keyturn.payload.collections.media.config.upload.staticDir ?? "");
		const modeOf = async (name: string) => ((await stat(path.join(folder, name))).mode & 0o777).toString(8);
		expect([await modeOf("."), await modeOf(filename)]).toEqual(["700", "600"]);
	});

	it.each([
		["Order #12.txt"],
		["Why? 100%&more=yes.txt"],
		["Über uns – Größe ☂.txt"],
		["🎰".repeat(80)],
		["x".repeat(400)],
		["  .hidden .txt"],
		["a\u202Etxt.exe\u200b.txt"],
		["%2e%2e%2fpasswd.txt"],
		["it's (1); filename=b.txt"],
	])("called %j is found under its link and saved under its own name", async (name) => {
		const made = await upload(customer, text(name, "as it was"));
		const { doc } = made.body as { doc: Media & { shownName: string } };
		expect([made.status, doc?.shownName]).toEqual([201, showFileName(name, fileKinds.text)]);
		const url = new URL(doc.url, "https://keyturn.example");
		const answer = await get(url.pathname.replace(/^\/api/, ""), customer);
		expect([answer.status, answer.body]).toEqual([200, "as it was"]);
		const saved = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "";
		expect(decodeURIComponent(saved)).toBe(doc.shownName);
	});

	it("with a name that no form can carry is refused with the reason", async () => {
		const answer = await upload(customer, text("a\u0007b.txt"));
		expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining("Rename it")]);
	});

	it("called “Order #12.txt” on the disk too, as files from before are, is found under the link that a plan shows", async () => {
		const made = await upload(customer, text("order.txt", "from before"));
		const { id, filename } = (made.body as { doc: Media }).doc;
		const folder = path.resolve(keyturn.payload.collections.media.config.upload.staticDir ?? "");
		await rename(path.join(folder, filename), path.join(folder, "Order #12 100%.txt"));
		await world.sql("UPDATE media SET filename = $2, shown_name = NULL WHERE id = $1", [id, "Order #12 100%.txt"]);
		const { item, onboarding } = world.own.owner;
		await world.sql("UPDATE checklist_items SET proof_file_id = $2 WHERE id = $1", [item, id]);
		const page = await get(`/onboardings/${onboarding}/page`, admin);
		const { items } = (page.body as { plan: { items: { id: string; proofFile: { url: string } }[] } }).plan;
		const link = items.find((one) => one.id === item)?.proofFile.url ?? "";
		expect(link).toBe("/api/media/file/Order%20%2312%20100%25.txt");
		const answer = await get(link.replace(/^\/api/, ""), customer);
		expect([answer.status, answer.body]).toEqual([200, "from before"]);
		expect(answer.headers.get("content-disposition")).toContain("Order #12 100_.txt");
	});

	it("whose content was removed from the disk is not found, and says so", async () => {
		const made = await upload(customer, text("gone.txt"));
		const { filename } = (made.body as { doc: Media }).doc;
		await rm(path.resolve(keyturn.payload.collections.media.config.upload.staticDir ?? "", filename));
		const answer = await get(`/media/file/${filename}`, customer);
		expect([answer.status, JSON.stringify(answer.body)]).toEqual([404, expect.stringContaining("gone.txt")]);
	});

	it("from before keeps its name and is served as ever", async () => {
		const made = await upload(customer, text("old.txt", "from before"));
		const { id, filename } = (made.body as { doc: Media }).doc;
		await world.sql("UPDATE media SET shown_name = NULL WHERE id = $1", [id]);
		const answer = await get(`/media/file/${filename}`, customer);
		expect([answer.status, answer.body]).toEqual([200, "from before"]);
		expect(answer.headers.get("content-disposition")).toContain(filename);
	});
});

describe("an upload by address", () => {
	it("is fetched by nobody", async () => {
		for (const as of [undefined, customer, admin]) {
			const paste = await get(`/media/paste-url?src=${encodeURIComponent("http://127.0.0.1:1/secret.png")}`, as);
			expect([400, 403, 404]).toContain(paste.status);
		}
		const before = await rows();
		const body = {
			casino: world.own.owner.casino,
			filename: "a.png",
			url: "http://127.0.0.1:1/secret.png",
			mimeType: "image/png",
			filesize: 1,
		};
		expect((await keyturn.rest("POST", "/media", { as: admin, body })).status).toBe(400);
		expect(await rows()).toHaveLength(before.length);
	});
});
