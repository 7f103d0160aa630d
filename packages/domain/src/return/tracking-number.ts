/** Carriers whose tracking numbers we know the shape of. */
export interface CarrierFormat {
  readonly name: string;
  /** What a number of theirs looks like. Not a parcel's: nobody may send it as one. */
  readonly example: string;
  /** Whether it has the carrier's shape. */
  fits(number: string): boolean;
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Universal Postal Union standard S10: two letters, eight digits, a check digit, the country. */
function isS10(number: string): boolean {
  const found = /^[A-Z]{2}(\d{8})(\d)([A-Z]{2})$/.exec(number);
  if (!found) return false;
  const digits = [...(found[1] ?? "")].map(Number);
  const rest =
    11 - (digits.reduce((sum, digit, at) => sum + digit * (s10Weights[at] ?? 0), 0) % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return check === Number(found[2]);
}

/** UPS: 1Z, sixteen characters, the last a check digit (letters count as in UPS's own tables). */
function isUps(number: string): boolean {
  if (!/^1Z[A-Z0-9]{15}\d$/.test(number)) return false;
  const value = (sign: string) =>
    /\d/.test(sign) ? Number(sign) : ((sign.codePointAt(0) ?? 0) - 63) % 10;
  const sum = [...number.slice(2, 17)].reduce(
    (total, sign, at) => total + value(sign) * (at % 2 === 0 ? 1 : 2),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(number.at(-1));
}

export const carrierFormats: readonly CarrierFormat[] = [
  { name: "Correios", example: "AA123456785BR", fits: isS10 },
  { name: "Post (UPU S10)", example: "RR123456785DE", fits: isS10 },
  { name: "UPS", example: "1Z999AA10123456784", fits: isUps },
  {
    name: "DHL",
    example: "00340434161094042557",
    fits: (number) => /^(\d{10}|\d{12}|\d{20}|J[JV]D\d{16,18})$/.test(number),
  },
  { name: "FedEx", example: "123456789012", fits: (number) => /^(\d{12}|\d{15})$/.test(number) },
  {
    name: "Other",
    example: "ABC1234567",
    fits: (number) => /^[A-Z0-9]{6,40}$/.test(number) && /\d/.test(number),
  },
];

/** A tracking number as carriers write it: capitals, without spaces and hyphens. */
export const plainTrackingNumber = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, "");

/** Whether a plain number can be a parcel's: the carrier's shape, and no example that a form shows. */
export const isTrackingNumber = ({ fits }: CarrierFormat, number: string): boolean =>
  fits(number) && carrierFormats.every(({ example }) => example !== number);

/** The format of a carrier by name; "Other" takes any that looks like one. */
export function carrierFormat(name: string): CarrierFormat | null {
  return carrierFormats.find((format) => format.name === name) ?? null;
}
