import { useMutation } from "@apollo/client/react";
import { Alert } from "@mantine/core";
import { useEffect, useState } from "react";
import { useAppWords } from "../../words.ts";
import { KeepPresenceDocument, type KeepPresenceMutation } from "./give-refund.generated.ts";

const everyMs = 10_000;
type Colleagues = Extract<
  KeepPresenceMutation["keepPresence"],
  { __typename: "PresenceSuccess" }
>["colleagues"];

/** Says every ten seconds that this order is open here, and shows who else has it open. */
export function Presence({ orderId, acting }: { orderId: string; acting: boolean }) {
  const words = useAppWords();
  const [keep] = useMutation(KeepPresenceDocument, { fetchPolicy: "no-cache" });
  const [colleagues, setColleagues] = useState<Colleagues>([]);
  useEffect(() => {
    let gone = false;
    const say = async () => {
      const { data } = await keep({ variables: { orderId, acting } }).catch(() => ({ data: null }));
      const answer = data?.keepPresence;
      if (!gone && answer?.__typename === "PresenceSuccess") setColleagues(answer.colleagues);
    };
    void say();
    const timer = setInterval(() => void say(), everyMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [keep, orderId, acting]);
  const names = (of: Colleagues) => of.map(({ person }) => person.name).join(", ");
  const busy = colleagues.filter((colleague) => colleague.acting);
  if (colleagues.length === 0) return null;
  return (
    <Alert color={busy.length > 0 ? "yellow" : "blue"} variant="light" role="status">
      {busy.length > 0 ? words.alsoActing(names(busy)) : words.alsoHere(names(colleagues))}
    </Alert>
  );
}
