import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** SHA-256 of a style sheet as a Content Security Policy names it (`sha256-<base64>`, CSP Level 3). */
export function hashOfStyle(style: string): string {
  const bytes = sha256(utf8ToBytes(style));
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let sign = 0; sign < 4; sign += 1) {
      text += sign > left ? '=' : (alphabet[(three >> (18 - 6 * sign)) & 63] ?? '');
    }
  }
  return `sha256-${text}`;
}
