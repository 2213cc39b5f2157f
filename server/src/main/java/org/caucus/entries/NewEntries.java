package org.caucus.entries;

import io.vertx.core.json.JsonObject;
import org.caucus.members.Audience;

/** Reads the API's {@code NewEntry} and {@code NewThread}. */
public final class NewEntries {
  private NewEntries() {}

  /** The post a body asks for. */
  public static Post post(JsonObject body) {
    String audience = body.getString("audience");
    return Post.web(
        body.getString("text"),
        body.getString("answers"),
        audience == null ? null : Audience.parse(audience));
  }
}
