package org.caucus.coalition.capability;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter wants to go: what it opens, or what it answers. It is worked out from its address
 * and its threading headers. Each is of one {@link MailFacet}, which says what becomes of it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
public interface MessageTarget {
  /** The same place, whatever else is asked there. */
  default MessageTarget bare() {
    return this;
  }

  /** What has the address by which a letter gets there; null if that is not said by the target. */
  default @Nullable Ref addressee() {
    return null;
  }
}
