import { useQuery } from "@apollo/client/react";
import {
  ForgetViewDocument,
  SavedViewsDocument,
  type SavedViewsQueryVariables,
  SaveViewDocument,
} from "./saved-views.generated.ts";
import { useCommand } from "./use-command.ts";

/** The filters that the person named for this page, and how to keep and forget them. */
export function useSavedViews(place: SavedViewsQueryVariables["place"]) {
  const { data, refetch } = useQuery(SavedViewsDocument, { variables: { place } });
  const keep = useCommand(SaveViewDocument);
  const drop = useCommand(ForgetViewDocument);
  const save = async (name: string, search: string) => {
    const done = await keep.run({ place, name, search });
    if (done) void refetch();
    return done;
  };
  const forget = async (viewId: string) => {
    if (await drop.run({ viewId })) void refetch();
  };
  return { views: data?.savedViews ?? [], save, forget, refusal: keep.refusal ?? drop.refusal };
}
