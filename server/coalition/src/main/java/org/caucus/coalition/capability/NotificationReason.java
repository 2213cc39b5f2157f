package org.caucus.coalition.capability;

/**
 * Why somebody hears of something. Where several hold, the first in this order is given as the
 * reason. The names are in the log and are never changed.
 */
public enum NotificationReason {
  /** Somebody waits for a word that this seat may give, such as on a held letter. */
  DECISION,
  /** Its words mention this seat, its organisation or a group with it. */
  MENTIONED,
  /** It is this seat's to do: assigned to it, owned by it, or its request to answer. */
  ASSIGNED,
  /** It was said to a few people by name, and this seat is one of them. */
  NAMED,
  /** The seat's organisation is asked for something. */
  REQUEST,
  /** It answers what this seat said or opened. */
  REPLY,
  /** It happens to what this seat follows, took part in, or is its organisation's. */
  FOLLOWED,
  /** It is new, and this seat can read it. */
  NEW,
  /** A member's mail does not arrive, which convenors care for. */
  CARE
}
