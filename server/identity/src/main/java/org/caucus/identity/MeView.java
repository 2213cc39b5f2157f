package org.caucus.identity;

import io.vertx.core.json.JsonObject;

/** Shows a person who they are and where they have a seat; accounts knows nothing of the latter. */
@FunctionalInterface
public interface MeView {
  /** The contract's {@code Me} for this person; may await. */
  JsonObject show(String person);
}
