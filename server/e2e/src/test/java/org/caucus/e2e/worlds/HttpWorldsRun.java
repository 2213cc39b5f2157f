package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Commit;

/**
 * Over HTTP: bytes as {@link HttpWorldsTest}, and how long it takes to be told that something is
 * not there, where it is and where it is not. See {@code infra/bench/worlds}.
 */
public final class HttpWorldsRun {
  private static final int DEFAULT_WORLDS = 500;
  private static final int AT_ONCE = 100;
  private static final int TIMED = 5_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpWorldsRun() {}

  /** {@code [WORLDS] [FIRST_SEED] [TRIES]}. Ends with 1 if any byte differed. */
  public static void main(String... args) throws IOException, InterruptedException {
    int wanted = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_WORLDS;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    long differing = 0;
    long asked = 0;
    long compared = 0;
    int worlds = 0;
    for (long s = seed; worlds < wanted; s += AT_ONCE) {
      List<Twins.Pair> pairs = Generated.pairs(s, Math.min(AT_ONCE, wanted - worlds));
      try (Twins twins = Twins.serving(Files.createTempDirectory("worlds"), pairs)) {
        for (Twins.Pair pair : pairs) {
          Wires wires = new Wires(twins, pair).pages().doors().stream().exports().feeds();
          asked += wires.asked();
          compared += wires.compared();
          differing += wires.differences().size();
          wires.differences().forEach(System.out::println);
        }
      }
      worlds += pairs.size();
      System.out.println(
          new JsonObject()
              .put("http_worlds", worlds)
              .put("requests_to_each", asked)
              .put("characters_compared", compared)
              .put("differing", differing)
              .put("first_seed", seed)
              .encode());
    }
    int tries = args.length > 2 ? Integer.parseInt(args[2]) : TIMED;
    time(Files.createTempDirectory("timed"), seed, tries);
    System.exit(differing == 0 ? 0 : 1);
  }

  /**
   * What is asked of both.
   *
   * @param verb with the beginning of the path; what is posted, after it
   * @param there what is hidden
   * @param absent what is nowhere, and as long
   * @param status the answer to both
   */
  private record Door(String verb, String there, String absent, int status) {}

  /** By turns, so that whatever else the machine does falls on both. */
  private static void time(Path directory, long seed, int tries)
      throws IOException, InterruptedException {
    Twins.Pair pair =
        Generated.pairs(seed, AT_ONCE).stream()
            .filter(p -> hidden(p, Ref.Kind.THREAD) != null && hidden(p, Ref.Kind.ISSUE) != null)
            .filter(p -> word(p) != null)
            .findFirst()
            .orElseThrow();
    try (Twins twins = Twins.serving(directory, List.of(pair))) {
      for (Door door : doors(pair)) {
        long[] hidden = new long[tries];
        long[] none = new long[tries];
        for (int i = -tries / 2; i < tries; i++) {
          boolean first = (i & 1) == 0;
          long one = nanos(twins, pair, door, first ? door.there() : door.absent());
          long other = nanos(twins, pair, door, first ? door.absent() : door.there());
          if (i >= 0) {
            hidden[i] = first ? one : other;
            none[i] = first ? other : one;
          }
        }
        System.out.println(line(door.verb(), hidden, none));
      }
    }
  }

  private static List<Door> doors(Twins.Pair pair) {
    String thread = hidden(pair, Ref.Kind.THREAD);
    String issue = hidden(pair, Ref.Kind.ISSUE);
    String word = word(pair);
    return List.of(
        new Door("GET /search?q=", word, "q" + word.substring(1), 200),
        absent("GET /threads/", thread),
        absent("GET /issues/", issue),
        absent("POST /recall thread:", thread),
        absent("GET /audience/preview?of=issue:", issue));
  }

  private static Door absent(String verb, String there) {
    return new Door(verb, there, RandomIds.random().substring(0, there.length()), 404);
  }

  /** One that stands in hidden text alone; null if nothing hidden was said. */
  private static String word(Twins.Pair pair) {
    List<Commit> seen = pair.worlds().history(false);
    return pair.worlds().history(true).stream()
        .filter(c -> seen.stream().noneMatch(s -> s.id().equals(c.id())))
        .flatMap(c -> c.events().stream())
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p.text()) : null)
        .filter(text -> text.startsWith("Text x"))
        .map(text -> text.substring("Text ".length()))
        .findFirst()
        .orElse(null);
  }

  private static String hidden(Twins.Pair pair, Ref.Kind kind) {
    return pair.worlds().named().stream()
        .filter(r -> r.kind() == kind)
        .map(Ref::id)
        .findFirst()
        .orElse(null);
  }

  private static long nanos(Twins twins, Twins.Pair pair, Door door, String id)
      throws IOException, InterruptedException {
    String[] verb = door.verb().split(" ", -1);
    String api = "/api/workspaces/" + pair.slug();
    boolean post = verb[0].equals("POST");
    URI at = twins.second().base().resolve(api + (post ? verb[1] : verb[1] + id));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at).header("authorization", "Bearer " + twins.token(pair));
    if (post) {
      String body = new JsonObject().put("of", verb[2] + id).encode();
      request.header("content-type", "application/json").POST(BodyPublishers.ofString(body));
    }
    twins.pass(Duration.ofMillis(50));
    long began = System.nanoTime();
    int status = CLIENT.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
    long took = System.nanoTime() - began;
    if (status != door.status()) {
      throw new IllegalStateException(door.verb() + id + " was answered " + status);
    }
    return took;
  }

  /**
   * One line of JSON. {@code hidden_slower} is how often a hidden thing's answer took longer than
   * that of nothing, of each with each: 0.5 is no difference, 1 or 0 tells them apart at each try.
   * The rest is of those asked one right after the other: {@link Apart}.
   */
  private static String line(String door, long[] hidden, long[] none) {
    Apart apart = Apart.of(hidden, none);
    Arrays.sort(hidden);
    Arrays.sort(none);
    long slower = 0;
    int below = 0;
    for (long one : hidden) {
      while (below < none.length && none[below] < one) {
        below++;
      }
      slower += below;
    }
    return new JsonObject()
        .put("timed", door)
        .put("tries", hidden.length)
        .put("hidden_median_us", micros(hidden, 50))
        .put("nothing_median_us", micros(none, 50))
        .put("hidden_p90_us", micros(hidden, 90))
        .put("nothing_p90_us", micros(none, 90))
        .put("hidden_slower", Math.round(1000.0 * slower / hidden.length / none.length) / 1000.0)
        .mergeIn(apart.json())
        .encode();
  }

  private static long micros(long[] sorted, int percent) {
    return sorted[sorted.length * percent / 100] / NANOS_PER_MICRO;
  }
}
