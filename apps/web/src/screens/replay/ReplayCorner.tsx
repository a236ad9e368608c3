import type { MatchId } from "@replayground/kernel";
import { type ReactNode, useState } from "react";
import { useServices } from "../../app/services.ts";
import { download, exportMatch, fileNameFor } from "../../session/files.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice, type Trouble } from "../../ui/ErrorNotice.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { storeTrouble } from "../../words/store-troubles.ts";
import { verifyTrouble } from "../../words/troubles.ts";

interface ReplayCornerProps {
  readonly match: MatchId;
  readonly mode: string;
  readonly startedAt: number;
}

/** The match as a file. */
export function ReplayCorner({ match, mode, startedAt }: ReplayCornerProps): ReactNode {
  const { library } = useServices();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const save = async (): Promise<void> => {
    const file = await exportMatch(library, match);
    if (file.ok) return download(fileNameFor(mode, startedAt), file.value);
    return setTrouble(file.error.kind === "store" ? storeTrouble(file.error.error) : verifyTrouble(file.error.fault));
  };
  return (
    <>
      <Button kind="ghost" onClick={() => void save()}>
        <Icon name="export" />
        Export
      </Button>
      <Dialog open={trouble !== null} title="Not exported" onClose={() => setTrouble(null)}>
        {trouble === null ? null : <ErrorNotice trouble={trouble} />}
      </Dialog>
    </>
  );
}
