package org.caucus.workspace;

import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about and who may know of it.
 *
 * @param verb the event's stable name
 * @param ref the thing it is about
 * @param under what that belongs to; null if it stands alone
 * @param scope as it is now, not as it was: a narrowed thing takes its history along
 */
public record EventDescription(String verb, Ref ref, @Nullable Ref under, Scope scope) {
  /** Of an event, for those who may know of it in its time. */
  static EventDescription of(Workspace now, Event event, Commit commit) {
    About about = Capabilities.about(now, event, commit);
    return new EventDescription(EventTypes.of(event), about.ref(), about.under(), about.scope());
  }
}
