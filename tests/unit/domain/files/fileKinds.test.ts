import { expect, test } from "vitest";
import { detectFileKind, fileAddress, fileKinds, showFileName, writeDisposition } from "@/domain/files/fileKinds";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const docx = "PK\x03\x04 [Content_Types].xml word/document.xml";

test.each([
	["a PDF under any name", fileKinds.pdf.mime, "page.html", "%PDF-1.7 <script>", "pdf"],
	["a page said to be a PDF", fileKinds.pdf.mime, "a.pdf", "<!doctype html>", null],
	["a picture", fileKinds.png.mime, "a.png", "\x89PNG\r\n\x1a\n...", "png"],
	["a picture said to be text", "text/plain", "a.txt", "\x89PNG\r\n\x1a\n\0", null],
	["a document", fileKinds.docx.mime, "a.docx", docx, "docx"],
	["a document said to be a sheet", fileKinds.xlsx.mime, "a.xlsx", docx, null],
	["an archive said to be a document", fileKinds.docx.mime, "a.docx", "PK\x03\x04 run.exe", null],
	["text that begins as a program does", "text/csv", "a.csv", "MZ,BM,GIF8", "csv"],
	["text in pairs of bytes", "text/csv", "a.csv", "\xff\xfea\0,\0", "csv"],
	["a page said to be text", "text/plain", "a.html", "<script>", null],
	["text without an ending", "text/plain", "README", "words", "txt"],
	["what is of no kind that is kept", "image/svg+xml", "a.svg", "<svg/>", null],
])("%s", (_what, mime, name, data, ending) => {
	expect(detectFileKind({ mime, name, data: bytes(data) })?.ending ?? null).toBe(ending);
});

test.each([
	["msa.pdf", "msa.pdf"],
	["page.html", "page.html.pdf"],
	["C:\\temp\\..\\msa.PDF", "msa.PDF"],
	['a\r\nb\u202Efdp."exe', "abfdp.exe.pdf"],
	["", "file.pdf"],
	["ü".repeat(300), `${"ü".repeat(95)}.pdf`],
	["🎰".repeat(100), `${"🎰".repeat(47)}.pdf`],
	["Order #12.pdf", "Order #12.pdf"],
	["50% off? really.pdf", "50% off really.pdf"],
	["  Über uns — Größe.pdf ", "Über uns — Größe.pdf"],
	["U\u0308ber.pdf", "Über.pdf"],
	["👩‍👧 plan.pdf", "👩‍👧 plan.pdf"],
	["..hidden.pdf", "hidden.pdf"],
	[".pdf", "pdf.pdf"],
	["a\u0000\u200e\u2066b\ud800.pdf", "ab\ufffd.pdf"],
])("%j is shown as %j", (name, shown) => {
	expect(showFileName(name, fileKinds.pdf)).toBe(shown);
});

test("a file is found under any name that it is stored under", () => {
	const names = ["Order #12.txt", "a?b=c&d.txt", "100%.txt", "ü 🎰.txt", "a/b.txt", "a+b;c.txt"];
	for (const name of names) {
		const url = new URL(fileAddress(name), "https://keyturn.example");
		expect([url.search, url.hash, decodeURIComponent(url.pathname.split("/").at(-1) ?? "")]).toEqual(["", "", name]);
	}
});

test("a download is named in plain letters and in every letter", () => {
	expect(writeDisposition('Vertrag "2" 100% (ü).pdf')).toBe(
		`attachment; filename="Vertrag _2_ 100_ (_).pdf"; filename*=UTF-8''Vertrag%20%222%22%20100%25%20%28%C3%BC%29.pdf`,
	);
});
