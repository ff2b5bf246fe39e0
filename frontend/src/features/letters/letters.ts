import type { Records } from "@/api/records";
import { type Day, daysBetween } from "@/i18n/days";

type Task = Records["tasks"];
export const states = ["silent", "late", "waiting", "on_time"] as const;
export type AnswerState = (typeof states)[number];
export type Answer = { task: Task; state: AnswerState; days: number | null };

/** How an agency answered a letter by the day: in time, late, or not at all; days after it was due. */
export function answerOf(task: Task, day: Day): Answer {
  const told = [task.answered_on, task.done_on].filter((each): each is Day => Boolean(each)).sort();
  const [answered] = told;
  const known = answered !== undefined && answered <= day ? answered : undefined;
  const late = task.due_on ? daysBetween(task.due_on, known ?? day) : null;
  if (known) return { task, state: (late ?? 0) > 0 ? "late" : "on_time", days: late };
  return { task, state: (late ?? 0) > 0 ? "silent" : "waiting", days: late };
}

/** Who has to be reminded first: silent the longest, then late, then those with time left. */
export function answersOf(tasks: readonly Task[], day: Day): Answer[] {
  return tasks
    .map((task) => answerOf(task, day))
    .sort(
      (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (b.days ?? 0) - (a.days ?? 0),
    );
}
