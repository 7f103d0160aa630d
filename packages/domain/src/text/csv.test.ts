import { expect, it } from "vitest";
import { money } from "../money/money.js";
import { csvAmount, csvRecord, csvTime } from "./csv.js";

it.each([
  [["a", "b"], "a,b\r\n"],
  [["-12.00", "3"], "-12.00,3\r\n"],
  [['say "hi"', "x,y", "x;y", "two\nlines"], '"say ""hi""","x,y","x;y","two\nlines"\r\n'],
  [["=1+1", "@sum", "-cmd", "+a"], "'=1+1,'@sum,'-cmd,'+a\r\n"],
  [['=HYPERLINK("x")'], '"\'=HYPERLINK(""x"")"\r\n'],
  [["\tx", "-1-1", "+5", " =1", "＝1+1"], "'\tx,'-1-1,'+5,' =1,'＝1+1\r\n"],
])("writes %j as a spreadsheet may read it", (cells, record) => {
  expect(csvRecord(cells, "en")).toBe(record);
});

it("separates by what is no decimal sign in the reader's language", () => {
  const cells = ["Pedido; novo", csvAmount(money(-1_250, "BRL"), "pt-BR"), "=1", "a,b"];
  expect(csvRecord(cells, "pt-BR")).toBe('"Pedido; novo";-12,50;\'=1;"a,b"\r\n');
});

it.each([
  [-1_250, "BRL", "-12.50", "-12,50"],
  [1_250, "JPY", "1250", "1250"],
  [1_234_567, "KWD", "1234.567", "1234,567"],
  [-5, "EUR", "-0.05", "-0,05"],
])("writes %i %s as a number", (minor, currency, en, pt) => {
  expect(csvAmount(money(minor, currency), "en")).toBe(en);
  expect(csvAmount(money(minor, currency), "pt-BR")).toBe(pt);
});

it("writes times as every spreadsheet reads them", () => {
  expect(csvTime(new Date("2026-12-11T02:30:05.123Z"))).toBe("2026-12-11 02:30:05");
});
