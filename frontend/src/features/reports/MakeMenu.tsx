import { Button, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keys } from "@/api/keys";
import { useMay } from "@/api/records";
import type { Session } from "@/api/types";
import { todayHere } from "@/i18n/days";
import { useAsOf } from "@/ui/address";
import { OpenForm } from "@/ui/forms/OpenForm";
import type { FormSpec } from "@/ui/forms/spec";
import { Icon } from "@/ui/Icon";
import { agencyForm, briefForm, printedForm, provinceForm } from "./forms";

/** The reports that this account makes; one that is made at once opens at once. */
export function MakeMenu() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const session = useQueryClient().getQueryData<Session>(keys.session);
  const [spec, setSpec] = useState<FormSpec | null>(null);
  const day = asOf ?? todayHere();
  const home = session?.user?.agency?.code;
  const forms = [
    ...(may("report.make") ? [agencyForm(home, day)] : []),
    // An account of one agency makes the reports of that agency alone.
    ...(may("report.make") && !home ? [provinceForm(day), briefForm(day)] : []),
    ...(may("report.enter_printed") ? [printedForm] : []),
  ];
  if (forms.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="xs" rightSection={<Icon name="down" size={12} />}>
            {t("report.make")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {forms.map((each) => (
            <Menu.Item key={each.label} onClick={() => setSpec(each)}>
              {each.label && t(each.label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {spec && (
        <OpenForm
          spec={spec}
          parents={{}}
          onClose={() => setSpec(null)}
          onTaken={(made) =>
            void navigate({
              to: "/reports/$id",
              params: { id: String((made as { id: number }).id) },
            })
          }
        />
      )}
    </>
  );
}
