package org.caucus.coalition.capability;

import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, and who may know of it.
 *
 * @param ref the thing it is about
 * @param under what that belongs to; null if it stands alone
 * @param scope as it is now, not as it was: a narrowed thing takes its history along
 */
public record About(Ref ref, @Nullable Ref under, Scope scope) {
  /** Known to those of this scope. */
  public static About of(Ref ref, Scope scope) {
    return new About(ref, null, scope);
  }

  /** Known to those who read the thing. */
  public static About of(Members.Held now, Ref.Kind kind, String id) {
    return of(now, Ref.to(kind, id), null);
  }

  /** Known to those who read the thing. */
  public static About of(Members.Held now, Ref ref, @Nullable Ref under) {
    return new About(
        ref,
        under,
        now.scopeOf(ref)
            .orElseThrow(
                () -> new IllegalStateException("an event about nothing: a " + ref.kind())));
  }
}
