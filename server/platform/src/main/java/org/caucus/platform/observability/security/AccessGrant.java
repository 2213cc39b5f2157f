package org.caucus.platform.observability.security;

import static org.caucus.platform.observability.security.RevocationCause.ADDRESS_ENDED;
import static org.caucus.platform.observability.security.RevocationCause.BY_OPERATOR;
import static org.caucus.platform.observability.security.RevocationCause.EXPIRY;
import static org.caucus.platform.observability.security.RevocationCause.ONLY_PASSKEY;
import static org.caucus.platform.observability.security.RevocationCause.OTHERS_ENDED;
import static org.caucus.platform.observability.security.RevocationCause.OTHERS_MADE;
import static org.caucus.platform.observability.security.RevocationCause.RECOVERY;
import static org.caucus.platform.observability.security.RevocationCause.ROLE_LOST;
import static org.caucus.platform.observability.security.RevocationCause.SEAT_ENDED;
import static org.caucus.platform.observability.security.RevocationCause.SIGN_OUT;
import static org.caucus.platform.observability.security.RevocationCause.WORKSPACE_CLOSED;

import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that lets somebody in, tells them something, or acts for them, and which {@link
 * RevocationCause}s end it. {@code EndsTest} drives each cell of the first part; SECURITY.md shows
 * the same table.
 */
public enum AccessGrant {
  /** A browser's cookie. */
  SESSION(
      SIGN_OUT,
      OTHERS_ENDED,
      ONLY_PASSKEY,
      RECOVERY,
      BY_OPERATOR,
      SEAT_ENDED,
      WORKSPACE_CLOSED,
      EXPIRY),
  /** What a browser follows, within a second. */
  STREAM(
      SIGN_OUT,
      OTHERS_ENDED,
      ONLY_PASSKEY,
      RECOVERY,
      BY_OPERATOR,
      SEAT_ENDED,
      WORKSPACE_CLOSED,
      EXPIRY),
  /** That somebody has just proved in a session who they are. */
  STEP_UP(SIGN_OUT, OTHERS_ENDED, ONLY_PASSKEY, RECOVERY, BY_OPERATOR, EXPIRY),
  /** A code that was mailed and not typed; it is good once. */
  CODE(ONLY_PASSKEY, ADDRESS_ENDED, EXPIRY),
  /** A passkey; also ended by removing it. By a recovery unless its owner keeps it. */
  PASSKEY(RECOVERY, SEAT_ENDED, WORKSPACE_CLOSED),
  /** A program's token; also ended by revoking it. */
  TOKEN(OTHERS_MADE, ONLY_PASSKEY, RECOVERY, BY_OPERATOR, SEAT_ENDED, WORKSPACE_CLOSED, EXPIRY),
  /** A secret address for feed readers. */
  FEED(OTHERS_MADE, ONLY_PASSKEY, RECOVERY, BY_OPERATOR, SEAT_ENDED, WORKSPACE_CLOSED),
  /** The same address, for calendars. */
  CALENDAR(OTHERS_MADE, ONLY_PASSKEY, RECOVERY, BY_OPERATOR, SEAT_ENDED, WORKSPACE_CLOSED),
  /** A program that is told. */
  WEBHOOK(OTHERS_MADE, ONLY_PASSKEY, RECOVERY, BY_OPERATOR, SEAT_ENDED, WORKSPACE_CLOSED),
  /** A browser that shows notifications; also ended by turning them off there or from another. */
  PUSH(
      SIGN_OUT,
      OTHERS_ENDED,
      OTHERS_MADE,
      ONLY_PASSKEY,
      RECOVERY,
      BY_OPERATOR,
      SEAT_ENDED,
      WORKSPACE_CLOSED,
      EXPIRY),
  /** A file of which not all has come: its seat's, whichever session sends it. */
  UPLOAD(SEAT_ENDED, WORKSPACE_CLOSED, EXPIRY),
  /** A link to a seat, good once, while who sent it convenes; also ended by revoking it. */
  INVITATION(SEAT_ENDED, ROLE_LOST, WORKSPACE_CLOSED, EXPIRY),
  /** The address by which a letter is answered, from the seat's own addresses alone. */
  REPLY_ADDRESS(ADDRESS_ENDED, SEAT_ENDED, WORKSPACE_CLOSED, EXPIRY),
  /** A code that decides by mail about a letter that waits. */
  DECISION_CODE(ADDRESS_ENDED, ROLE_LOST, SEAT_ENDED, WORKSPACE_CLOSED, EXPIRY),
  /** A code that proves an address, to a session of the person who asked for it. */
  ADDRESS_CODE(EXPIRY),
  /** The link in a post's own copy that takes it back: for a minute. */
  RECALL_LINK(SEAT_ENDED, WORKSPACE_CLOSED, EXPIRY),
  /** A link that stops mail of a list, and shows nothing. */
  UNSUBSCRIBE_LINK(SEAT_ENDED, WORKSPACE_CLOSED),
  /** The return path of a letter: it says that it came back, and shows nothing. */
  BOUNCE_ADDRESS(WORKSPACE_CLOSED);

  @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
  private final Set<RevocationCause> ends;

  AccessGrant(RevocationCause first, RevocationCause... more) {
    ends = EnumSet.of(first, more);
  }

  /** Whether it is over after this. */
  public boolean isEndedBy(RevocationCause end) {
    return ends.contains(end);
  }
}
