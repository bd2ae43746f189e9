/** Numbers of any number of bits, written as text of six bits a letter. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const letterBits = 6;

/** Writes numbers one after the other. */
export function bitsTo() {
  let text = '';
  let letter = 0;
  let used = 0;
  const putBit = (bit: number) => {
    letter = letter * 2 + bit;
    if (++used < letterBits) return;
    text += alphabet[letter];
    letter = 0;
    used = 0;
  };
  return {
    /** A number, highest bit first. */
    put(number: number, bits: number): void {
      for (let i = bits - 1; i >= 0; i--) putBit(Math.floor(number / 2 ** i) % 2);
    },
    /** A small number as so many ones and a zero. */
    putRun(length: number): void {
      for (let i = 0; i < length; i++) putBit(1);
      putBit(0);
    },
    /** All of it. The last letter is filled up with ones, which are no number. */
    text(): string {
      while (used) putBit(1);
      return text;
    },
  };
}

/** Reads them again: undefined at the end, which anything outside the alphabet is too. */
export function bitsFrom(text: string) {
  const digitOf = new Map([...alphabet].map((letter, i) => [letter.charCodeAt(0), i]));
  let at = 0;
  let letter = 0;
  let left = 0;
  const takeBit = (): number | undefined => {
    if (!left) {
      const next = digitOf.get(text.charCodeAt(at++));
      if (next === undefined) {
        at = text.length;
        return undefined;
      }
      letter = next;
      left = letterBits;
    }
    left--;
    return (letter >> left) & 1;
  };
  return {
    take(bits: number): number | undefined {
      let number = 0;
      for (let i = 0; i < bits; i++) {
        const bit = takeBit();
        if (bit === undefined) return undefined;
        number = number * 2 + bit;
      }
      return number;
    },
    takeRun(): number | undefined {
      for (let length = 0; ; length++) {
        const bit = takeBit();
        if (!bit) return bit === undefined ? undefined : length;
      }
    },
  };
}
