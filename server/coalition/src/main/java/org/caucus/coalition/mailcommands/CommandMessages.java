package org.caucus.coalition.mailcommands;

import org.caucus.kernel.Message;

/** Everything that is said about orders that cannot be read or done; none names what exists. */
final class CommandMessages {
  static final Message UNKNOWN = Message.of("orders.unknown");
  static final Message TOO_LONG =
      Message.of("orders.too-long", "limit", CommandParser.MAX_LINE_CHARS);
  static final Message TOO_MANY = Message.of("orders.too-many", "limit", CommandParser.MAX_ORDERS);
  static final Message TOO_MANY_GETS =
      Message.of("orders.too-many-gets", "limit", CommandParser.MAX_GETS);
  static final Message ALONE = Message.of("orders.alone");
  static final Message ONE_LIST = Message.of("orders.one-list");
  static final Message SET = Message.of("orders.set");
  static final Message HEAR = Message.of("orders.hear");
  static final Message JOIN = Message.of("orders.join");
  static final Message LANGUAGE = Message.of("orders.language");
  static final Message ZONE = Message.of("orders.zone");
  static final Message ECHO = Message.of("orders.echo");
  static final Message SEARCH = Message.of("orders.search");
  static final Message TOO_MANY_SEARCHES =
      Message.of("orders.too-many-searches", "limit", CommandParser.MAX_SEARCHES);
  static final Message LEAVE = Message.of("orders.leave");
  static final Message SUSPEND = Message.of("orders.suspend");
  static final Message WHY = Message.of("orders.why");
  static final Message GET = Message.of("orders.get");
  static final Message INDEX = Message.of("orders.index", "limit", CommandParser.MAX_POSTS);

  private CommandMessages() {}

  /** What somebody may have meant. */
  static Message meant(String command) {
    return Message.of("orders.meant", "command", command);
  }
}
