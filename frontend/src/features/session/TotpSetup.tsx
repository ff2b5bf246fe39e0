import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { placeErrors } from "@/ui/form";
import { type Invitation, useSetTotp } from "./queries";
import styles from "./session.module.css";

type Props = { invitation: Invitation; onDone: (codes: string[]) => void };

/** The app gets the secret by a picture or by typing, and shows with a code that it has it. */
export function TotpSetup({ invitation, onDone }: Props) {
  const { t } = useTranslation();
  const send = useSetTotp();
  const form = useForm({ initialValues: { code: "" } });
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(invitation.svg ?? "")}`;
  return (
    <form
      className={styles.form}
      onSubmit={form.onSubmit((told) =>
        send.mutate(told, {
          onSuccess: ({ recovery_codes }) => onDone(recovery_codes),
          onError: (refused) => placeErrors(form, asProblem(refused)),
        }),
      )}
    >
      <p>{t(invitation.required ? "totp.owed" : "totp.optional")}</p>
      <p>1. {t("totp.step1")}</p>
      <img className={styles.qr} src={picture} alt={t("totp.picture")} />
      <p className={styles.typed}>
        {t("totp.typed")} <code>{invitation.secret}</code>
      </p>
      <p>2. {t("totp.step2")}</p>
      <ErrorSummary
        problem={send.error ? asProblem(send.error) : null}
        labels={{ code: { label: t("totp.ask") } }}
      />
      <TextInput
        label={t("totp.ask")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        withAsterisk={false}
        {...form.getInputProps("code")}
      />
      <Button type="submit" loading={send.isPending}>
        {t("totp.confirm")}
      </Button>
    </form>
  );
}
