export declare function findBrowser(): string | undefined;
export declare function ensureBrowser(say?: (line: string) => void): string;
