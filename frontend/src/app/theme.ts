import { ActionIcon, Button, createTheme, type MantineColorsTuple, Modal } from "@mantine/core";
import i18next from "i18next";

const teal: MantineColorsTuple = [
  "#eaf4f2",
  "#d3e6e2",
  "#a9cdc8",
  "#7bafa8",
  "#5d9992",
  "#43857d",
  "#2b7069",
  "#1e635c",
  "#12534d",
  "#0f4c47",
];

const dark: MantineColorsTuple = [
  "#e9efed",
  "#c6d0cd",
  "#a9b6b3",
  "#72807c",
  "#3a4745",
  "#2d3836",
  "#1b2524",
  "#192221",
  "#131b1a",
  "#111918",
];

/** Mantine dressed in our tokens; its own primary, dimmed and error colours fail the contrast of 4.5. */
export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", "Segoe UI", Arial, sans-serif',
  fontFamilyMonospace: "ui-monospace, Consolas, monospace",
  lineHeights: { xs: "1.45", sm: "1.5", md: "1.5" },
  colors: { teal, dark },
  primaryColor: "teal",
  primaryShade: { light: 9, dark: 3 },
  autoContrast: true,
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "default", size: 34 } }),
    CloseButton: {
      defaultProps: {
        get "aria-label"() {
          return i18next.t("ui.close");
        },
      },
    },
    Modal: Modal.extend({
      defaultProps: {
        get closeButtonProps() {
          return { "aria-label": i18next.t("ui.close") };
        },
      },
    }),
    Pagination: {
      defaultProps: {
        getControlProps: (control: string) => ({
          "aria-label": i18next.t(`pager.${control}` as "pager.next"),
        }),
      },
    },
    DatePicker: {
      defaultProps: {
        get ariaLabels() {
          return {
            nextMonth: i18next.t("calendar.nextMonth"),
            previousMonth: i18next.t("calendar.previousMonth"),
            nextYear: i18next.t("calendar.nextYear"),
            previousYear: i18next.t("calendar.previousYear"),
            nextDecade: i18next.t("calendar.nextDecade"),
            previousDecade: i18next.t("calendar.previousDecade"),
            monthLevelControl: i18next.t("calendar.toMonths"),
            yearLevelControl: i18next.t("calendar.toYears"),
          };
        },
      },
    },
  },
});
