package org.caucus.coalition.updates.drafts;

import org.caucus.kernel.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of drafts; they are written as updates are. */
public sealed interface DraftCommand extends Command {
  /**
   * Stands by it: it is published, now or at its hour.
   *
   * @param version the version that was read; null stands by whatever is there
   */
  record ConfirmDraft(String draft, @Nullable Integer version) implements DraftCommand {
    /** Of whatever version it is. */
    public ConfirmDraft(String draft) {
      this(draft, null);
    }
  }

  /**
   * Sends it back to its author, who is somebody else.
   *
   * @param version the version that was read; null for whatever is there
   * @param note what its author is told; may be empty
   */
  record ReturnDraft(String draft, @Nullable Integer version, String note)
      implements DraftCommand {}

  /** Throws it away. */
  record DiscardDraft(String draft) implements DraftCommand {}

  /** The server publishes it, as its hour has come. */
  record PublishDue(String draft) implements DraftCommand {}

  /** Says whether updates of the author's company need a second liaison. */
  record RuleCompany(boolean second) implements DraftCommand {}
}
