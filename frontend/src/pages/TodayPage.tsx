import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Part, useWork } from "@/features/work/queries";
import { WorkList } from "@/features/work/WorkList";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNotice } from "@/ui/ProblemNotice";

const parts: Part[] = ["overdue", "week", "later"];

/** Việc của tôi: what is due, overdue, returned or waiting for the reader, and nothing else. */
export function TodayPage() {
  const { t } = useTranslation();
  const work = useWork(useAsOf());
  return (
    <>
      <PageHeader title={t("work.title")} />
      {work.isPending ? (
        <Loading lines={10} height={420} />
      ) : work.error ? (
        <ProblemNotice problem={work.error} onRetry={work.refetch} />
      ) : work.data.count === 0 ? (
        <>
          <Empty text={t("work.none")} />
          <p>
            <Link to="/">{t("work.toBoard")}</Link>
          </p>
        </>
      ) : (
        parts.map((part) => (
          <WorkList
            key={part}
            part={part}
            count={work.data.parts[part]}
            lines={work.data.results.filter((line) => line.part === part)}
          />
        ))
      )}
    </>
  );
}
