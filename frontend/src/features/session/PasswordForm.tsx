import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem, Problem } from "@/api/problem";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { placeErrors } from "@/ui/form";
import { useSetPassword } from "./queries";
import styles from "./session.module.css";

/** The person sets the own password with the link of the invitation, once. */
export function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const send = useSetPassword();
  const form = useForm({
    initialValues: { password: "", again: "" },
    validate: {
      again: (again, { password }) => (again === password ? null : t("password.differ")),
    },
  });
  const thrown = send.error ? asProblem(send.error) : null;
  const gone = thrown?.errors.some(({ pointer }) => pointer === "/token");
  const problem = gone ? new Problem({ title: t("password.gone"), status: 400 }) : thrown;
  return (
    <form
      className={styles.form}
      onSubmit={form.onSubmit(({ password }) =>
        send.mutate(
          { token, password },
          { onSuccess: onDone, onError: (refused) => placeErrors(form, asProblem(refused)) },
        ),
      )}
    >
      <ErrorSummary problem={problem} labels={{ password: { label: t("password.new") } }} />
      <PasswordInput
        label={t("password.new")}
        description={t("password.hint")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-hidden": true, tabIndex: -1 }}
        {...form.getInputProps("password")}
      />
      <PasswordInput
        label={t("password.again")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-hidden": true, tabIndex: -1 }}
        {...form.getInputProps("again")}
      />
      <Button type="submit" size="md" loading={send.isPending}>
        {t("password.submit")}
      </Button>
    </form>
  );
}
