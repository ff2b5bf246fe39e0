import { ActionIcon, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** What a column asks for, where there is no room to say it below each cell. */
export function HelpHint({ name, text }: { name: string; text: string | undefined }) {
  const { t } = useTranslation();
  if (!text) return null;
  return (
    <Popover withArrow shadow="md" position="bottom" width={260}>
      <Popover.Target>
        <ActionIcon
          className="screen-only"
          variant="subtle"
          size={24}
          aria-label={t("help.of", { name })}
        >
          <Icon name="info" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{text}</Popover.Dropdown>
    </Popover>
  );
}
