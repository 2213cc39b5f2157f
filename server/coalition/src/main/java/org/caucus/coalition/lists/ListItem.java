package org.caucus.coalition.lists;

import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;

/** A list: a place. */
record ListItem(MailingList list) implements Item {
  @Override
  public Ref ref() {
    return Ref.to(Ref.Kind.LIST, list.slug());
  }

  @Override
  public Scope scope() {
    return list.scope();
  }

  @Override
  public String title() {
    return list.name();
  }

  /** What conversations are on is nobody's to open or to keep to fewer. */
  @Override
  public boolean hasAudience() {
    return !list.isConversations();
  }
}
