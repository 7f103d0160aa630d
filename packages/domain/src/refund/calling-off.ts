/** The code of the reason with which a refund waits while its provider is told to give it up. */
export const callingOffReason = "calling_off";
