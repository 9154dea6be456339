import type { SecretStorage } from 'vscode';

const name = 'pistevo.maskKey';

/** The key of masks by hash, in the system's store of secrets. Children get it through their environment alone. */
export interface MaskKey {
  set(key: string): Promise<void>;
  forget(): Promise<void>;
  /** Variables for a child: none where no key is kept, so that one from the environment counts. */
  variables(): Promise<Readonly<Record<string, string>>>;
}

export function openMaskKey(secrets: SecretStorage): MaskKey {
  return {
    set: async (key) => secrets.store(name, key),
    forget: async () => secrets.delete(name),
    async variables() {
      const key = await secrets.get(name);
      return key === undefined ? {} : { PISTEVO_MASK_KEY: key };
    },
  };
}
