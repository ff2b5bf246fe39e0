import { TaskList } from "@/features/lists/TaskList";

export function TaskListPage() {
  return <TaskList />;
}
