package org.caucus.e2e.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.caucus.coalition.entries.EntryEvent;

/**
 * What two servers tell a seat of who got each post and each notice of a comment, once mail was
 * sent. When a letter left is evened out: these logs are older than their servers, which send what
 * was first said when they come to it.
 */
final class WhoGotWhat {
  private static final Pattern MOMENT = Pattern.compile(",\"at\":\"[^\"]{1,40}\"");

  private final List<String> differences = new ArrayList<>();
  private int told;

  /** Asks both of everything that was said in the first world. */
  WhoGotWhat ask(Twins twins, Twins.Pair pair) {
    Wires wires = new Wires(twins, pair);
    pair.worlds().history(false).stream()
        .flatMap(c -> c.events().stream())
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? List.of(p.id()).stream() : null)
        .map(id -> "/api/workspaces/" + pair.slug() + "/entries/" + id + "/deliveries")
        .forEach(path -> compare(pair, path, wires.fetch("GET", path)));
    return this;
  }

  private void compare(Twins.Pair pair, String path, List<Reply> replies) {
    String first = evened(replies.getFirst());
    String second = evened(replies.getLast());
    told += replies.getFirst().status() == 200 ? 1 : 0;
    if (!first.equals(second)) {
      differences.add(pair.worlds().reader() + ": " + path + "\n  " + first + "\n  " + second);
    }
  }

  private static String evened(Reply reply) {
    return reply.status() + MOMENT.matcher(reply.body()).replaceAll(",\"at\":0");
  }

  List<String> differences() {
    return differences;
  }

  /** Of how many entries it was told. */
  int told() {
    return told;
  }
}
