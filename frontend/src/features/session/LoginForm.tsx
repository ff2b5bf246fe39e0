import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, Problem } from "@/api/problem";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { useSignIn } from "./queries";
import styles from "./session.module.css";

/** On success the session changes, and the page that shows this form moves on. */
export function LoginForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  // The server asks for the code once it has seen the right password of such an account.
  const [asked, setAsked] = useState(false);
  const form = useForm({ initialValues: { username: "", password: "", totp: "" } });
  const problem = signIn.error ? asProblem(signIn.error) : null;
  const shown =
    problem?.code === "session.totp_required"
      ? null
      : problem?.status === 401
        ? new Problem({ title: problem.message || t("login.wrong"), status: 401 })
        : problem;
  return (
    <form
      className={styles.form}
      onSubmit={form.onSubmit(({ totp, ...told }) =>
        signIn.mutate(asked ? { ...told, totp } : told, {
          onError: (refused) =>
            asProblem(refused).code === "session.totp_required" && setAsked(true),
        }),
      )}
    >
      <ErrorSummary problem={shown} />
      <TextInput
        label={t("login.username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        {...form.getInputProps("username")}
      />
      <PasswordInput
        label={t("login.password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-hidden": true, tabIndex: -1 }}
        {...form.getInputProps("password")}
      />
      {asked && (
        <TextInput
          label={t("totp.ask")}
          description={t("totp.askHint")}
          autoComplete="one-time-code"
          inputMode="numeric"
          data-autofocus
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps("totp")}
        />
      )}
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t("login.submit")}
      </Button>
    </form>
  );
}
