package org.caucus.coalition.trackers;

import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;

/** A tracker: a place. */
record TrackerItem(Tracker tracker) implements Item {
  @Override
  public Ref ref() {
    return Ref.to(Ref.Kind.TRACKER, tracker.key());
  }

  @Override
  public Scope scope() {
    return tracker.scope();
  }

  @Override
  public String title() {
    return tracker.name();
  }
}
