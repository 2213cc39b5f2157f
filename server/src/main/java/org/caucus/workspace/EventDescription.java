package org.caucus.workspace;

import org.caucus.coalition.access.Scope;
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
public record EventDescription(String verb, Ref ref, @Nullable Ref under, Scope scope) {}
