package org.caucus.platform.store.replica;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** What servers that speak the protocol get wrong, played before one that does not. */
public enum Fault {
  /** It does all of it. */
  NONE,

  /** FerretDB 1 with SQLite: an ordered insert goes on with the next hundred after a taken id. */
  INSERTS_BY_HUNDREDS {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      return is(message, "insert") ? byHundreds(message, behind) : super.answer(message, behind);
    }
  },

  /** The same: it looks for the version first and replaces whatever is there then. */
  REPLACES_WHAT_IT_FOUND {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      BsonDocument command = message.whole();
      return is(message, "update") && query(command).containsKey("v")
          ? foundThenReplaced(message, command, behind)
          : super.answer(message, behind);
    }
  },

  /** Nobody is told that a version was replaced. */
  REPLACES_AND_DENIES {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      WireMessage answer = super.answer(message, behind);
      return is(message, "update") && query(message.whole()).containsKey("v")
          ? message.answered(answer.reply().append("n", ZERO).append("nModified", ZERO))
          : answer;
    }
  },

  /** A taken id is some error. */
  TAKEN_IS_ANOTHER_ERROR {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      return withError(message, super.answer(message, behind), "code", new BsonInt32(1));
    }
  },

  /** A taken id is an error of the whole insert. */
  TAKEN_HAS_NO_PLACE {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      return withError(message, super.answer(message, behind), "index", ZERO);
    }
  },

  /** A taken id is passed over without a word. */
  TAKEN_IS_CONFIRMED {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      BsonDocument reply = super.answer(message, behind).reply();
      if (reply.remove(ERRORS) != null) {
        reply.append("n", new BsonInt32(message.whole().getArray("documents").size()));
      }
      return message.answered(reply);
    }
  },

  /** No majority confirms. */
  MAJORITY_IS_AWAY {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      BsonDocument error =
          new BsonDocument("code", new BsonInt32(100))
              .append("errmsg", new BsonString("Not enough data-bearing nodes"));
      WireMessage answer = super.answer(message, behind);
      return is(message, "insert")
          ? message.answered(answer.reply().append("writeConcernError", error))
          : answer;
    }
  },

  /** A write is answered before anything is known. */
  CONFIRMS_NOTHING {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      return is(message, "insert")
          ? message.answered(new BsonDocument("ok", new BsonInt32(1)))
          : super.answer(message, behind);
    }
  },

  /** A write is confirmed and not done. */
  LOSES_WRITES {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      return is(message, "insert")
          ? message.answered(
              new BsonDocument("ok", new BsonInt32(1))
                  .append("n", new BsonInt32(message.whole().getArray("documents").size())))
          : super.answer(message, behind);
    }
  },

  /** Ids are ordered as a language has them. */
  ORDERS_BY_LANGUAGE {
    @Override
    WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
      WireMessage answer = super.answer(message, behind);
      if (!is(message, "find")) {
        return answer;
      }
      BsonDocument reply = answer.reply();
      List<BsonValue> found = new ArrayList<>(reply.getDocument("cursor").getArray("firstBatch"));
      found.sort(
          Comparator.comparing(
              d -> d.asDocument().getString("_id").getValue().toLowerCase(Locale.ROOT)));
      reply.getDocument("cursor").append("firstBatch", new BsonArray(found));
      return message.answered(reply);
    }
  };

  private static final String ERRORS = "writeErrors";
  private static final BsonInt32 ZERO = new BsonInt32(0);
  private static final int HUNDRED = 100;

  /** Between finding and replacing, in milliseconds. */
  private static final long BETWEEN_MS = 20;

  WireMessage answer(WireMessage message, StandIn.Behind behind) throws IOException {
    if (this == NONE || !is(message, "buildInfo")) {
      return behind.ask(message);
    }
    BsonDocument built = behind.ask(message).reply();
    return message.answered(built.append("ferretdbVersion", new BsonString("v1.24.2")));
  }

  private static boolean is(WireMessage message, String command) {
    return message.command().getFirstKey().equals(command);
  }

  private static BsonDocument query(BsonDocument update) {
    return update.getArray("updates").getFirst().asDocument().getDocument("q");
  }

  private static WireMessage byHundreds(WireMessage message, StandIn.Behind behind)
      throws IOException {
    BsonDocument command = message.whole();
    BsonArray all = command.getArray("documents");
    int in = 0;
    BsonArray errors = new BsonArray();
    for (int from = 0; from < all.size(); from += HUNDRED) {
      int to = Math.min(from + HUNDRED, all.size());
      command.append("documents", new BsonArray(all.subList(from, to)));
      BsonDocument reply = behind.ask(WireMessage.of(command)).reply();
      in += reply.getNumber("n").intValue();
      for (BsonValue error : reply.getArray(ERRORS, new BsonArray())) {
        int at = from + error.asDocument().getNumber("index").intValue();
        errors.add(error.asDocument().append("index", new BsonInt32(at)));
      }
    }
    BsonDocument reply = new BsonDocument("n", new BsonInt32(in)).append("ok", new BsonInt32(1));
    return message.answered(errors.isEmpty() ? reply : reply.append(ERRORS, errors));
  }

  private static WireMessage foundThenReplaced(
      WireMessage message, BsonDocument command, StandIn.Behind behind) throws IOException {
    BsonDocument find =
        new BsonDocument("find", command.get("update"))
            .append("filter", query(command).clone())
            .append("$db", command.get("$db"));
    BsonDocument found = behind.ask(WireMessage.of(find)).reply();
    if (!found.getDocument("cursor").getArray("firstBatch").isEmpty()) {
      try {
        Thread.sleep(BETWEEN_MS);
      } catch (InterruptedException e) {
        throw new IOException("the test is over", e);
      }
      query(command).remove("v");
    }
    return message.answered(behind.ask(WireMessage.of(command)).reply());
  }

  private static WireMessage withError(
      WireMessage message, WireMessage answer, String key, BsonValue value) {
    BsonDocument reply = answer.reply();
    for (BsonValue error : reply.getArray(ERRORS, new BsonArray())) {
      error.asDocument().append(key, value);
    }
    return message.answered(reply);
  }
}
