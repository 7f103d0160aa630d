import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { ReturnLabelEntity } from "./label.entity.js";
import { ParcelScanEntity } from "./parcel-scan.entity.js";

export const labelByReturn = loadBy(ReturnLabelEntity, "returnId");
export const scansByReturn = loadListBy(ParcelScanEntity, "returnId", { at: "ASC" });
