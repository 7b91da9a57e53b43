// Eleventy ships no types: what Dateline uses of it.
declare module "@11ty/eleventy" {
  export interface RenderedPage {
    /** Path of the file below the output folder, which comes first. */
    readonly outputPath: string;
    readonly content: string;
  }

  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly config?: (eleventy: UserConfig) => void;
  }

  export interface UserConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    addGlobalData(name: string, value: () => unknown): void;
    addTemplate(path: string, template: object): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    /** Renders without writing. */
    toJSON(): Promise<RenderedPage[]>;
  }
}
