import { expect, test } from "vitest";
import { decodeSheet, type Encoding, isWorkbook } from "@/domain/csv/decodeSheet";

const bytes = (...parts: (string | number[])[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
const wide = (text: string, isHighFirst = false) =>
	Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flatMap((pair) =>
		isHighFirst ? pair.reverse() : pair,
	);

test.each<[string, Uint8Array, Encoding, boolean, string]>([
	["plain letters", bytes("name\nAnn"), "utf-8", true, "name\nAnn"],
	["UTF-8", bytes("name\nJosé"), "utf-8", true, "name\nJosé"],
	["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], "name\nJosé"), "utf-8", true, "name\nJosé"],
	["UTF-16 with its mark", bytes([0xff, 0xfe], wide("name\nŁ")), "utf-16le", true, "name\nŁ"],
	["UTF-16, high byte first", bytes([0xfe, 0xff], wide("name\nŁ", true)), "utf-16be", true, "name\nŁ"],
	["UTF-16 without a mark", bytes(wide("name\nJosé")), "utf-16le", false, "name\nJosé"],
	["Windows-1252", bytes("name\nJos", [0xe9], " ", [0x80]), "windows-1252", false, "name\nJosé €"],
	["Windows-1250", bytes("name\n", [0x8d], "apek ", [0x9d]), "windows-1250", false, "name\nŤapek ť"],
	["nothing", bytes(""), "utf-8", true, ""],
])("%s is found out", (_, file, encoding, isCertain, text) => {
	expect(decodeSheet(file)).toMatchObject({ encoding, isCertain, text });
});

test.each<[Encoding, number, string]>([
	["windows-1250", 0xb9, "ą"],
	["iso-8859-2", 0xb1, "ą"],
	["macintosh", 0x8e, "é"],
	["windows-1252", 0xe6, "æ"],
])("what somebody knows better is read as they say: %s", (encoding, byte, letter) => {
	expect(decodeSheet(bytes("name\n", [byte]), encoding)).toMatchObject({
		encoding,
		isCertain: false,
		text: `name\n${letter}`,
	});
});

test("the words that tell whether letters are right are shown, each once", () => {
	const { telling } = decodeSheet(bytes('name,role\n"José",pit_boss\nAnn,cashier\nJosé;Müller,x'));
	expect(telling).toEqual(["José", "Müller"]);
});

test("a wrong choice loses letters, and they are told by what stands for them", () => {
	expect(decodeSheet(bytes("name\nJos", [0xe9]), "utf-8")).toMatchObject({ text: "name\nJos\ufffd", isCertain: false });
});

test("a workbook is told from a text", () => {
	expect([isWorkbook(bytes("PK\u0003\u0004")), isWorkbook(bytes("PK,name"))]).toEqual([true, false]);
});
