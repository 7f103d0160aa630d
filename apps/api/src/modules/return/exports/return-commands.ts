export { approveReturn, rejectReturn } from "../answer-request.js";
export { addReturnTracking, markReturnReceived } from "../parcel.js";
