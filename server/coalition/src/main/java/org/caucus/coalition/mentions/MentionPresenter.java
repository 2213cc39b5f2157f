package org.caucus.coalition.mentions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Members;
import org.caucus.kernel.Ref;
import org.caucus.platform.json.JsonFields;

/** Shows mentions as the API does. */
public final class MentionPresenter {
  private static final JsonFields<Mention> MENTION =
      JsonFields.of("Mention", Mention.class, "kind id name");

  private MentionPresenter() {}

  /** Puts who is mentioned in the words of a thing, for those who read them. */
  public static void add(JsonObject shown, Members.Held state, Ref thing) {
    add(shown, Mentions.of(state).in(thing));
  }

  /**
   * Puts who is mentioned in the words of a thing as they are now: who was in those that it had
   * before is not for all who read it today.
   */
  public static void add(JsonObject shown, Members.Held state, Ref thing, String words) {
    add(shown, Mentions.of(state).in(thing).stream().filter(m -> m.isIn(words)).toList());
  }

  private static void add(JsonObject shown, List<Mention> mentions) {
    if (!mentions.isEmpty()) {
      shown.put("mentions", all(mentions));
    }
  }

  static JsonArray all(List<Mention> mentions) {
    return MENTION.all(mentions);
  }
}
