export function packageExtension(platform: string | null, folder: string): Promise<string>;
