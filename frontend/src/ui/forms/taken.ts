import { notifications } from "@mantine/notifications";

/** One line at the corner: the act is on record. */
export function sayTaken(message: string): void {
  notifications.show({ message, autoClose: 5000, withBorder: true });
}
