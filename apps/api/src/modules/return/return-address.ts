import type { ReturnAddress } from "@makegood/domain/policy/policy";
import type { ShopEntity } from "#modules/shop/exports/shop.entity.js";

/** Where a return goes, under the shop's name: whoever takes the parcel in may serve several. */
export const returnAddress = (
  { name, city, country }: ShopEntity,
  address: ReturnAddress | null,
): ReturnAddress =>
  address
    ? { ...address, name: address.name.includes(name) ? address.name : `${name}, ${address.name}` }
    : { name, street: "", postalCode: "", city: city ?? "", country };

/** What a shop knows an order's first, second, … return by. */
export const returnNumber = (orderNumber: string, nth: number): string => `${orderNumber}-R${nth}`;
