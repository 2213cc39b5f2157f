package org.caucus.delivery;

import java.util.Optional;

/** Writes the letters of one kind of parcel. */
public interface Composer {
  /** The kind, such as {@code relay.post}; never changed once in use. */
  String kind();

  /**
   * The letter for one recipient, asked for at the moment of sending on a virtual thread where it
   * may {@code await}. It checks anew whether this recipient may have it; nothing means they may
   * not, or it has become pointless. What it throws leads to another try later.
   */
  Optional<Outgoing> compose(Parcel parcel, String recipient);
}
