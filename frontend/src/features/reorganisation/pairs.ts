import type { Blocker, FieldError } from "@/api/problem";
import { Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import type { Values } from "@/ui/forms/values";

type Shapes = components["schemas"];
/** What one step changes, or would change, with what is to be known of it. */
export type Effects = Shapes["SuccessionEffects"] & { warnings: Blocker[] };
export type Choices = Shapes["ChoicesShape"];
/** The register keeps a reorganisation as steps from one agency to one other, or to none. */
export type Step = { predecessor?: string; successor?: string };
/** Who takes what: "tasks:12" → the code of an heir. */
export type Shares = Record<string, string>;

export const idOf = ({ predecessor = "", successor = "" }: Step) => `${predecessor}>${successor}`;
export const idOfTold = ({ predecessor, successor }: Effects) =>
  idOf({ predecessor: predecessor.code, successor: successor?.code });
const codes = (value: unknown) => value as string[];
const orNone = (list: string[]): (string | undefined)[] => (list.length > 0 ? list : [undefined]);

/** Every predecessor with every successor; one that is not told is left to the server to ask for. */
export const stepsOf = ({ predecessors, successors }: Values): Step[] =>
  orNone(codes(predecessors)).flatMap((predecessor) =>
    orNone(codes(successors)).map((successor) => ({ predecessor, successor })),
  );

/** What the heir of this step takes, of all that its predecessor holds still. */
export function takesOf({ successor }: Step, choices: Choices, shares: Shares) {
  const taken = (kind: keyof Choices) =>
    choices[kind].map(({ id }) => id).filter((id) => shares[`${kind}:${id}`] === successor);
  return { rollouts: taken("rollouts"), tasks: taken("tasks") };
}

const anything = ({ rollouts, tasks }: Choices) => rollouts.length + tasks.length > 0;

/** The server wants to know who takes what. */
export const asksWhoTakes = ({ problem }: { problem?: Problem }) =>
  problem?.blockers.some(({ code }) => code === "succession.takes_missing") ?? false;
/** Two heirs of one agency cannot both take the same. */
export const severalHeirs =
  (steps: Step[]) =>
  ({ step, told }: { step: Step; told?: Effects }) =>
    told !== undefined &&
    anything(told.choices) &&
    steps.filter(({ predecessor }) => predecessor === step.predecessor).length > 1;

/** Which field of the form an error of the server belongs to. */
const place = (pointer: string) => pointer.replace(/^\/(predecessor|successor)$/, "/$1s");

type Refused = { name: string; problem: Problem };

/**
 * The refusals of several steps as one, every reason once. A reason of some steps only says of
 * which. Where a step was refused for something else than a rule, that goes first.
 */
export function asOne(refused: Refused[], steps: number): Problem | null {
  const first = refused.find(({ problem }) => problem.status !== 409) ?? refused[0];
  if (!first) return null;
  const { problem } = first;
  if (steps === 1 || problem.status !== 409) return problem.at(place);
  const all = refused.filter(({ problem: { status } }) => status === 409);
  const gather = <T extends { code: string; message: string }>(of: (one: Problem) => T[]) => {
    const found = new Map<string, { each: T; names: string[] }>();
    for (const one of all)
      for (const each of of(one.problem)) {
        const known = found.get(`${each.code}${each.message}`);
        if (known) known.names.push(one.name);
        else found.set(`${each.code}${each.message}`, { each, names: [one.name] });
      }
    return [...found.values()].map(({ each, names }) =>
      names.length === steps ? each : { ...each, message: `${names.join("; ")}: ${each.message}` },
    );
  };
  return new Problem({
    title: problem.message,
    status: 409,
    code: problem.code,
    request_id: problem.requestId,
    errors: gather<FieldError>((one) => one.errors),
    blockers: gather((one) => one.blockers),
    warnings: gather((one) => one.warnings),
  }).at(place);
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
