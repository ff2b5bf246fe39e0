import { ActionIcon, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** What a column asks for, where there is no room to say it below each cell. */
export function HelpHint({ name, text }: { name: string; text: string | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!text) return null;
  return (
    <Popover opened={open} onChange={setOpen} withArrow shadow="md" position="bottom" width={260}>
      <Popover.Target>
        <ActionIcon
          className="screen-only"
          variant="subtle"
          size={24}
          aria-label={t("help.of", { name })}
          onClick={() => setOpen((was) => !was)}
          onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
          // Escape closes the words, not the form they stand in.
          data-mantine-stop-propagation={open || undefined}
        >
          <Icon name="info" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{text}</Popover.Dropdown>
    </Popover>
  );
}
