package org.caucus.coalition.reactions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Shows reactions as the API's {@code Reaction}. */
public final class ReactionPresenter {
  private ReactionPresenter() {}

  /**
   * Puts what was given to a thing, each with the seats that gave it, as far as this reader may
   * know; puts nothing if there is nothing.
   *
   * @param scope the thing's, which the reader can read
   */
  public static void put(
      JsonObject shown, Members.Held state, Ref thing, Scope scope, SeatId reader) {
    List<Reactions.Given> given = Reactions.of(state).on(thing);
    if (given.isEmpty()) {
      return;
    }
    Map<Reaction, List<String>> seats = new EnumMap<>(Reaction.class);
    for (Reactions.Given one : given) {
      if (state.access().canRead(reader, one.under(scope))) {
        seats.computeIfAbsent(one.reaction(), r -> new ArrayList<>()).add(one.by().value());
      }
    }
    JsonArray all = new JsonArray();
    seats.forEach(
        (reaction, by) ->
            all.add(
                new JsonObject().put("reaction", reaction.name()).put("seats", new JsonArray(by))));
    if (!all.isEmpty()) {
      shown.put("reactions", all);
    }
  }
}
