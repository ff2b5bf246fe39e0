import type { FieldError, Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import type { Values } from "@/ui/forms/values";

type Shapes = components["schemas"];
/** A reorganisation as it would be recorded, or was. */
export type Reorganised = Shapes["ReorganisationShape"];
/** What one pair changes, after those before it, with what is to be known of it. */
export type Effects = Shapes["PairEffects"];
export type Choices = Shapes["ChoicesShape"];
/** The register keeps a reorganisation as pairs: one agency, and one other or none. */
export type Pair = { predecessor?: string; successor?: string };
/** Who takes what: "tasks:12" → the code of an heir. */
export type Shares = Record<string, string>;

const codes = (value: unknown) => value as string[];
const orNone = (list: string[]): (string | undefined)[] => (list.length > 0 ? list : [undefined]);

/** Every predecessor with every successor; one that is not told is left to the server to ask for. */
export const pairsOf = ({ predecessors, successors }: Values): Pair[] =>
  orNone(codes(predecessors)).flatMap((predecessor) =>
    orNone(codes(successors)).map((successor) => ({ predecessor, successor })),
  );

/** What the heir of this pair takes, of all that its predecessor holds still. */
export function takesOf({ successor }: Pair, choices: Choices, shares: Shares) {
  const taken = (kind: keyof Choices) =>
    choices[kind].map(({ id }) => id).filter((id) => shares[`${kind}:${id}`] === successor);
  return { rollouts: taken("rollouts"), tasks: taken("tasks") };
}

const anything = ({ rollouts, tasks }: Choices) => rollouts.length + tasks.length > 0;

/** The server wants to know who takes what. */
export const asksWhoTakes = (problem: Problem) =>
  problem.blockers.some(({ code }) => code === "succession.takes_missing");
/** Two heirs of one agency cannot both take the same. */
export const severalHeirs = ({ results }: Reorganised) =>
  results.some(
    ({ predecessor: { code }, choices }) =>
      anything(choices) && results.filter((each) => each.predecessor.code === code).length > 1,
  );

/** Of which pair an error speaks, and which field of the form that is. */
const placed = (pointer: string): [number | undefined, string] => {
  const [, pair, field] = pointer.match(/^\/pairs\/(\d+)\/(predecessor|successor|takes)/) ?? [];
  if (pair === undefined) return [undefined, pointer];
  return [Number(pair), field === "takes" ? "/takes" : `/${field}s`];
};

/**
 * A refusal of the whole as its form shows it: every reason once, at its field. A reason of some
 * pairs only says of which; `names` are those of all pairs.
 */
export function inForm(problem: Problem, names: string[]): Problem {
  const found = new Map<string, { each: FieldError; pairs: Set<number> }>();
  for (const { pointer: told, ...said } of problem.errors) {
    const [pair, pointer] = placed(told);
    const key = `${pointer}${said.code}${said.message}`;
    const known = found.get(key) ?? { each: { ...said, pointer }, pairs: new Set() };
    if (pair !== undefined) known.pairs.add(pair);
    found.set(key, known);
  }
  const errors = [...found.values()].map(({ each, pairs }) => {
    if (pairs.size === 0 || pairs.size === names.length) return each;
    const of = [...pairs].map((pair) => names[pair]).join("; ");
    return { ...each, message: `${of}: ${each.message}` };
  });
  const placeless = problem.blockers.filter(
    ({ message }) => !problem.errors.some((each) => each.message === message),
  );
  return problem.but({ errors, blockers: placeless });
}

/** What would happen, as keys of sentences with their numbers; what does not happen is left out. */
export function sentencesOf(told: Effects): { key: EffectKey; n: number }[] {
  const { carried, stays, successor } = told;
  const counted: [EffectKey, number][] = [
    ["effect.rollouts", carried.rollouts],
    ["effect.documents", carried.documents],
    ["effect.findings", successor ? carried.open_findings : 0],
    ["effect.tasks", carried.tasks],
    ["effect.moves", told.moves.length],
    ["effect.accounts", told.accounts_end],
    [successor ? "effect.redeclare" : "effect.declarations", stays.declarations],
    ["effect.certificates", stays.certificates],
    ["effect.history", stays.rollouts],
    ["effect.unanswered", stays.tasks],
  ];
  return counted.filter(([, n]) => n > 0).map(([key, n]) => ({ key, n }));
}

export type EffectKey =
  | "effect.rollouts"
  | "effect.documents"
  | "effect.findings"
  | "effect.tasks"
  | "effect.moves"
  | "effect.accounts"
  | "effect.redeclare"
  | "effect.declarations"
  | "effect.certificates"
  | "effect.history"
  | "effect.unanswered";
