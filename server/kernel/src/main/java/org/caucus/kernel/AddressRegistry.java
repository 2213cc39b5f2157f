package org.caucus.kernel;

import io.vertx.core.Future;

/**
 * The mail addresses of this server. A local part belongs to one thing of one workspace for good.
 */
public interface AddressRegistry {
  /** The mail domain, such as {@code lists.example}. */
  String domain();

  /**
   * Claims a local part for a thing; again for the same thing is fine. Fails with {@link Refusal}
   * if it belongs to another.
   */
  Future<Void> claim(String localPart, WorkspaceId workspace, Ref thing);

  /**
   * The one answer where an address is another's: of another workspace, or of something here that
   * the asker may not read. Nobody can tell which (R8).
   *
   * @param localPart what stands before its @
   */
  static Refusal taken(String localPart) {
    return Refusal.invalid(
        "address", Message.of("the-mail-address-is-taken-on", "address", localPart));
  }
}
