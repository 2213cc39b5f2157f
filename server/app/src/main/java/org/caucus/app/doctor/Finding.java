package org.caucus.app.doctor;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * What was seen of one thing.
 *
 * @param name of the check, in lower case, such as {@code spf}
 * @param status how it stands
 * @param detail what was seen, a sentence
 * @param fix the line to add or the command to run; empty where nothing is to be done
 */
public record Finding(String name, Status status, String detail, String fix) {
  /** How a thing stands. */
  public enum Status {
    /** It works. */
    OK,
    /** Caucus works; something is missing, or could not be seen from here. */
    WARN,
    /** Something that people need does not work. */
    FAIL
  }

  /** It works. */
  public static Finding ok(String name, String detail) {
    return new Finding(name, Status.OK, detail, "");
  }

  /** It wants a look. */
  public static Finding warn(String name, String detail, String fix) {
    return new Finding(name, Status.WARN, detail, fix);
  }

  /** It does not work. */
  public static Finding fail(String name, String detail, String fix) {
    return new Finding(name, Status.FAIL, detail, fix);
  }

  JsonObject json() {
    return new JsonObject()
        .put("name", name)
        .put("status", status.name().toLowerCase(Locale.ROOT))
        .put("detail", detail)
        .put("fix", fix);
  }
}
