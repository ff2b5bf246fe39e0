import { currentLanguage } from "@/i18n";
import { cookie } from "./client";
import { asProblem, Problem, type ProblemBody } from "./problem";

export type Upload = {
  path: string;
  form: FormData;
  onProgress?: (share: number) => void;
  headers?: Record<string, string>;
  query?: Record<string, string>;
};

function problemIn(request: XMLHttpRequest): Problem {
  try {
    const body = JSON.parse(request.responseText) as ProblemBody;
    if (body.title && body.status) return new Problem(body);
  } catch {
    // What a server in between answers is no problem of ours.
  }
  return new Problem({ title: "", status: request.status, code: "http.unexpected" });
}

/** Sends a form with a file; only XMLHttpRequest tells how much of it has gone out. */
export function send<T>({ path, form, onProgress, headers, query }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams(query).toString();
    request.open("POST", `/api/v1/${path}${asked ? `?${asked}` : ""}`);
    request.setRequestHeader("Accept-Language", currentLanguage());
    request.setRequestHeader("X-CSRFToken", cookie("csrftoken") ?? "");
    for (const [name, value] of Object.entries(headers ?? {}))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) return reject(problemIn(request));
      resolve(JSON.parse(request.responseText) as T);
    };
    request.onerror = () => reject(asProblem(new Error("network")));
    request.ontimeout = request.onerror;
    request.send(form);
  });
}
