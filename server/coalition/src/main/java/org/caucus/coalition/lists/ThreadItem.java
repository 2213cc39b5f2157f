package org.caucus.coalition.lists;

import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** A thread of a list. */
record ThreadItem(Thread thread, Scope scope) implements Item {
  @Override
  public Ref ref() {
    return thread.ref();
  }

  @Override
  public String title() {
    return thread.subject();
  }

  @Override
  public SeatId author() {
    return thread.startedBy();
  }

  @Override
  public String place() {
    return thread.list();
  }
}
