export type FieldError = { pointer: string; code: string; message: string };
export type Blocker = {
  code: string;
  message: string;
  params?: Record<string, unknown>;
  /** A rule of its day: the coordinator may record the fact all the same, with the reason. */
  irregular?: boolean;
};

/** RFC 9457 as the server sends it. */
export type ProblemBody = {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  code?: string;
  request_id?: string;
  errors?: FieldError[];
  blockers?: Blocker[];
  warnings?: Blocker[];
  current?: unknown;
};

/** Every failed call ends in one of these, also when the network or the server is away. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly errors: FieldError[];
  readonly blockers: Blocker[];
  /** What is unusual but allowed: the same write with these codes confirmed is taken. */
  readonly warnings: Blocker[];
  readonly detail: string | undefined;
  readonly current: unknown;
  readonly retryAfter: number | undefined;

  constructor(body: ProblemBody, retryAfter?: number) {
    super(body.title);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code ?? "";
    this.requestId = body.request_id;
    this.errors = body.errors ?? [];
    this.blockers = body.blockers ?? [];
    this.warnings = body.warnings ?? [];
    this.detail = body.detail;
    this.current = body.current;
    this.retryAfter = retryAfter;
  }

  /** The same, but for what is told here. */
  but(told: Partial<ProblemBody>): Problem {
    const { message: title, requestId: request_id, retryAfter, ...rest } = this;
    return new Problem({ ...rest, title, request_id, ...told }, retryAfter);
  }

  /** The same, with its errors at other places. */
  at(place: (pointer: string) => string): Problem {
    return this.but({
      errors: this.errors.map((each) => ({ ...each, pointer: place(each.pointer) })),
    });
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === "object" && value !== null && "title" in value && "status" in value;
}

export async function problemOf(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get("Retry-After"));
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (isProblemBody(body)) return new Problem(body, retry || undefined);
  const code = response.status >= 500 ? "server.unavailable" : "http.unexpected";
  const requestId = response.headers.get("X-Request-Id") ?? undefined;
  return new Problem(
    { title: "", status: response.status, code, request_id: requestId },
    retry || undefined,
  );
}

/** Whatever was thrown, as a Problem: a fetch that never reached the server included. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ title: "", status: 0, code: "network.unreachable", detail: String(error) });
}
