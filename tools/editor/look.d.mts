/** A page of the extension, as a browser has it. */
export interface LookedPage {
  readonly text: string;
  /** Names of all elements below the root. */
  readonly tags: readonly string[];
  readonly policy: string;
  /** A value of the data ran. */
  readonly isHacked: boolean;
  /** A script that was put into the page ran. */
  readonly isInjected: boolean;
  readonly image: 'loaded' | 'refused';
  /** Directives that stopped what was tried. */
  readonly broken: readonly string[];
}

export interface LookedWorkbench {
  readonly isHacked: boolean;
  readonly images: number;
  /** Rows of views and of Problems. */
  readonly rows: readonly {
    readonly text: string;
    readonly icons: number;
    readonly links: readonly string[];
  }[];
}

export function lookAtWorkbench(): LookedWorkbench;
export function lookAtPage(): Promise<LookedPage>;
