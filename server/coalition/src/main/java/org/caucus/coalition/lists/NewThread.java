package org.caucus.coalition.lists;

import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Ref;

/** A new thread on a list. */
public record NewThread(String list) implements MessageTarget {
  @Override
  public Ref addressee() {
    return Ref.to(Ref.Kind.LIST, list);
  }
}
