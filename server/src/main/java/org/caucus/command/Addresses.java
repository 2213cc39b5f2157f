package org.caucus.command;

import io.vertx.core.Future;
import org.caucus.log.WorkspaceId;

/**
 * The mail addresses of this server. A local part belongs to one thing of one workspace for good.
 */
public interface Addresses {
  /** The mail domain, such as {@code lists.example}. */
  String domain();

  /**
   * Claims a local part for a thing; again for the same thing is fine. Fails with {@link Refused}
   * if it belongs to another.
   */
  Future<Void> claim(String localPart, WorkspaceId workspace, Ref thing);
}
