package org.caucus.views.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.capability.NotificationReason;

/**
 * What a seat's devices are told, and how.
 *
 * @param titles whether a notification names people and things; else it says that there is
 *     something, and no more
 * @param kinds of which happenings
 */
record PushChoices(boolean titles, Set<NotificationReason> kinds) {
  /** Kinds that can be chosen: what is merely new never rings. */
  static final Set<NotificationReason> ALL =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(NotificationReason.NEW)));

  /** Of the person who has not chosen: what is for them in particular, without a word of it. */
  static final PushChoices USUAL =
      new PushChoices(
          false,
          EnumSet.of(
              NotificationReason.DECISION,
              NotificationReason.MENTIONED,
              NotificationReason.ASSIGNED,
              NotificationReason.NAMED,
              NotificationReason.REQUEST,
              NotificationReason.REPLY));

  PushChoices {
    kinds = Set.copyOf(kinds);
  }

  JsonObject json() {
    List<String> names = ALL.stream().filter(kinds::contains).map(Enum::name).toList();
    return new JsonObject().put("titles", titles).put("kinds", new JsonArray(names));
  }

  byte[] write() {
    return json().toBuffer().getBytes();
  }

  static PushChoices read(byte[] plain) {
    return of(new JsonObject(Buffer.buffer(plain)));
  }

  static PushChoices of(JsonObject json) {
    Set<NotificationReason> kinds = EnumSet.noneOf(NotificationReason.class);
    json.getJsonArray("kinds")
        .forEach(name -> kinds.add(NotificationReason.valueOf(String.valueOf(name))));
    kinds.retainAll(ALL);
    return new PushChoices(json.getBoolean("titles"), kinds);
  }
}
