/** Several sentences in one line: each ends before the next begins. */
export function together(sentences: readonly string[]): string {
  return sentences.map((each, i) => ended(each, i === sentences.length - 1)).join(" ");
}

const ended = (sentence: string, last: boolean) =>
  last || /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
