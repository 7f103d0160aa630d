import { expect, it } from "vitest";
import { csvRecord } from "./csv.js";

it.each([
  [["a", "b"], "a,b\r\n"],
  [["-12.00", "3"], "-12.00,3\r\n"],
  [['say "hi"', "x,y", "two\nlines"], '"say ""hi""","x,y","two\nlines"\r\n'],
  [["=1+1", "@sum", "-cmd", "+a"], "'=1+1,'@sum,'-cmd,'+a\r\n"],
  [['=HYPERLINK("x")'], '"\'=HYPERLINK(""x"")"\r\n'],
  [["\tx", "-1-1"], "'\tx,'-1-1\r\n"],
])("writes %j as a spreadsheet may read it", (cells, record) => {
  expect(csvRecord(cells)).toBe(record);
});
