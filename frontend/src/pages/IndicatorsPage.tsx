import { useNavigate, useSearch } from "@tanstack/react-router";
import { Indicators } from "@/features/indicators/Indicators";

export function IndicatorsPage() {
  const { period } = useSearch({ from: "/shell/indicators" });
  const navigate = useNavigate({ from: "/indicators" });
  return (
    <Indicators
      period={period}
      onPeriod={(next) =>
        void navigate({ search: (old) => ({ ...old, period: next }), resetScroll: false })
      }
    />
  );
}
