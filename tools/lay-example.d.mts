export const deliveriesFolder: string;
export function layExample(folder: string): void;
export function layDelivery(folder: string, name: string): void;
