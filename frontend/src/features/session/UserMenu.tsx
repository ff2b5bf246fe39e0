import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { User } from "@/api/types";
import { Icon } from "@/ui/Icon";
import { useSignOut } from "./queries";
import styles from "./session.module.css";

export function UserMenu({ user, className }: { user: User; className: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const signOut = useSignOut();
  const agency = typeof user.agency === "string" ? user.agency : user.agency?.name;
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <button
          type="button"
          className={className}
          aria-label={t("shell.user", { name: user.name })}
        >
          <Icon name="user" />
          <span className={styles.who}>{user.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {label("roles", user.role)}
          {agency && <div>{agency}</div>}
        </Menu.Label>
        {user.acts.includes("account.create") && (
          <Menu.Item component={Link} to="/accounts">
            {t("account.title")}
          </Menu.Item>
        )}
        {user.acts.includes("workbook.load") && (
          <Menu.Item component={Link} to="/imports">
            {t("import.title")}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/rule-values">
          {t("policy.title")}
        </Menu.Item>
        <Menu.Item component={Link} to="/reorganisations">
          {t("reorganisation.title")}
        </Menu.Item>
        <Menu.Item component={Link} to="/second-factor">
          {t("totp.title")}
        </Menu.Item>
        {user.role === "administrator" && (
          <Menu.Item component={Link} to="/operations">
            {t("operations.title")}
          </Menu.Item>
        )}
        {user.acts.includes("feed_client.issue") && (
          <Menu.Item component={Link} to="/feed-clients">
            {t("feed.menu")}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => signOut.mutate()}>{t("shell.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
