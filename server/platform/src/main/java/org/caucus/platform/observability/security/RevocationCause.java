package org.caucus.platform.observability.security;

import java.util.Locale;

/** What ends a {@link AccessGrant}. */
public enum RevocationCause {
  /** Signing out in the browser in question. */
  SIGN_OUT,
  /** Ending all other sessions, on the account page. */
  OTHERS_ENDED,
  /** Ending what other sign-ins made, on the account page. */
  OTHERS_MADE,
  /** Letting nothing but a passkey open the account. */
  ONLY_PASSKEY,
  /** Being let in again without a passkey. */
  RECOVERY,
  /** The operator ends all of this person: {@code caucus sessions end}. */
  BY_OPERATOR,
  /** The address in question is no longer the person's. */
  ADDRESS_ENDED,
  /** The seat is ended; where an organisation leaves, each of its seats is. */
  SEAT_ENDED,
  /** A convenor is one no longer. */
  ROLE_LOST,
  /** A list's mail is not wanted any more. */
  LIST_LEFT,
  /** The workspace's key is destroyed. */
  WORKSPACE_CLOSED,
  /** Time. */
  EXPIRY;

  /** As people call it. */
  public String called() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
