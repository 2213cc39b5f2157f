package org.caucus.coalition.moderation;

import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;

/** A letter that is held. */
record HoldItem(Hold hold, Scope scope) implements Item {
  @Override
  public Ref ref() {
    return hold.ref();
  }

  @Override
  public String title() {
    return hold.subject();
  }

  @Override
  public boolean isOpen() {
    return hold.state() == Hold.State.HELD;
  }

  @Override
  public boolean hasAudience() {
    return false;
  }
}
