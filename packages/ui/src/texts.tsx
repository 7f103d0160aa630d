import { formatMoney } from "@makegood/domain/money/money";
import { endsWithDay } from "@makegood/domain/text/locale";
import { Text, type TextProps } from "@mantine/core";
import { useLocale } from "./locale.tsx";
import { platformNow } from "./platform-time.ts";

export interface MoneyLike {
  amountMinor: number;
  currency: string;
}

/** An amount, with figures that stand under each other. */
export function MoneyText({ money, ...rest }: { money: MoneyLike } & TextProps) {
  const { locale } = useLocale();
  return (
    <Text
      component="span"
      inherit
      style={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", flexShrink: 0 }}
      {...rest}
    >
      {formatMoney(money, locale)}
    </Text>
  );
}

const day = 86_400_000;

/** The zone of this device, in which it tells all times. */
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * A date and, when it is near, the time; the whole of it as a title. Of what ends then (`until`), the
 * date alone means its whole day: the hour is told of whatever ends before its day does here.
 */
export function DateText({
  at,
  dateOnly = false,
  until = false,
}: {
  at: string;
  dateOnly?: boolean;
  until?: boolean;
}) {
  const { locale } = useLocale();
  const date = new Date(at);
  const now = platformNow();
  const near = Math.abs(date.getTime() - now.getTime()) < 2 * day;
  const withTime = until ? !endsWithDay(date, ownZone()) : near && !dateOnly;
  const sameYear = date.getFullYear() === now.getFullYear();
  const short: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    ...(withTime ? { hour: "numeric", minute: "2-digit" } : {}),
  };
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
  return (
    <time dateTime={at} title={full.format(date)}>
      {new Intl.DateTimeFormat(locale, short).format(date)}
    </time>
  );
}
