/** Numbers of any number of bits, written as text: thirteen bits in two letters, which is as dense as letters that JSON leaves alone can be. */

const alphabet = [...Array(94).keys()]
  .map((i) => String.fromCharCode(33 + i))
  .filter((letter) => !'"\\`'.includes(letter));
const pairBits = 13;

/** Writes numbers one after the other. */
export function bitsTo() {
  let text = '';
  let pair = 0;
  let used = 0;
  const putBit = (bit: number) => {
    pair = pair * 2 + bit;
    if (++used < pairBits) return;
    text += `${alphabet[Math.floor(pair / alphabet.length)]}${alphabet[pair % alphabet.length]}`;
    pair = 0;
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
    /** All of it. The last letters are filled up with ones, which are no number. */
    text(): string {
      while (used) putBit(1);
      return text;
    },
  };
}

/** Reads them again: undefined at the end, which anything outside the alphabet is too. */
export function bitsFrom(text: string) {
  const digitOf = new Map(alphabet.map((letter, i) => [letter.charCodeAt(0), i]));
  let at = 0;
  let pair = 0;
  let left = 0;
  const takeBit = (): number | undefined => {
    if (!left) {
      const high = digitOf.get(text.charCodeAt(at++));
      const low = digitOf.get(text.charCodeAt(at++));
      if (high === undefined || low === undefined) {
        at = text.length;
        return undefined;
      }
      pair = high * alphabet.length + low;
      left = pairBits;
    }
    left--;
    return (pair >> left) & 1;
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
