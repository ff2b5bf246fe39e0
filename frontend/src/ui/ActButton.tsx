import { Button, type ButtonProps, Popover } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NextAct } from "@/api/types";
import styles from "./ActButton.module.css";
import { together } from "./together";

type Props = Omit<ButtonProps, "children"> & {
  /** From next_acts; an act that the server does not name is not shown. */
  act: NextAct | undefined;
  onClick: () => void;
  children: ReactNode;
};

/** An act the server allows, or the same act with every reason why not (hover, focus, tap, reader). */
export function ActButton({ act, onClick, children, ...rest }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!act) return null;
  if (act.allowed) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Popover opened={open} onChange={setOpen} withArrow position="bottom-start" shadow="md">
      <Popover.Target>
        {/* aria-disabled, not disabled: the button can be focused, so its reasons can be read. */}
        <Button
          {...rest}
          className={styles.blocked}
          variant="default"
          data-disabled
          aria-disabled="true"
          aria-describedby={id}
          onClick={(event) => {
            // A tap has opened it by its focus: a second change of mind would close it at once.
            event.preventDefault();
            setOpen(true);
          }}
          onMouseEnter={() => setOpen(true)}
          onMouseLeave={() => setOpen(false)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        >
          {children}
        </Button>
      </Popover.Target>
      {/* Beside the button, so that its name stays what it does. */}
      <span id={id} className="visually-hidden">
        {t("act.blocked")} {together(act.blockers.map((each) => each.message || each.code))}
      </span>
      <Popover.Dropdown className={styles.reasons} aria-hidden="true">
        <strong>{t("act.blocked")}</strong>
        <ul>
          {act.blockers.map((each) => (
            <li key={`${each.code}${each.message}`}>{each.message || each.code}</li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
