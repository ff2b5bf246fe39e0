import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { useTranslation } from "react-i18next";
import { ListTabs } from "@/features/lists/ListTabs";
import { Editions } from "@/features/policy/Editions";
import { Scope } from "@/features/policy/Scope";
import { Values } from "@/features/policy/Values";
import { addVietnamese } from "@/i18n";
import { viPolicy } from "@/i18n/vi.policy";
import { useListSearch } from "@/ui/listSearch";
import { PageHeader } from "@/ui/PageHeader";
import styles from "./ListPage.module.css";

addVietnamese(viPolicy);

const parts = { values: Values, editions: Editions, scope: Scope } as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

/** What the law and the province say in numbers and days: read by all, kept by the administrator. */
export function PolicyPage() {
  const { t } = useTranslation();
  const { search } = useListSearch();
  const of = names.find((name) => name === search.of) ?? "values";
  const Shown = parts[of];
  return (
    <div className={styles.page}>
      <PageHeader title={t("policy.title")} withDay={of !== "editions"} />
      <ListTabs names={names} current={of} text={(name) => t(`policy.of.${name}`)} />
      <Shown />
      <Notifications position="bottom-left" />
    </div>
  );
}
