package org.caucus.e2e.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Seeds;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R8 over the wire: two servers that differ only in what a seat may not read are one server to it,
 * by status, header and byte, on every page, stream, export and refusal.
 */
@Tag("slow")
class HttpWorldsTest {
  private static final int WORLDS = Seeds.times(12);
  private static final int MAILED_WORLDS = Seeds.times(6);

  /** So long nothing more was sent: all of it was. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private static final Pattern READS =
      Pattern.compile("(?m)^ {2}(/\\S+):\\n(?: {5}[^\\n]*\\n| {4}parameters:\\n){0,20}? {4}get:$");

  private static final Pattern MADE_UP =
      Pattern.compile("(?m)^Message-ID: <(?:[a-z2-7]{26}(?:\\.\\d{1,9})?|[0-9a-f]{32})@");

  /** What parts a digest, made of the same. */
  private static final Pattern PARTED = Pattern.compile("=_([a-z]{1,10}_)?[0-9a-f]{32}");

  @TempDir Path directory;

  @Test
  void twoServersThatDifferInWhatASeatMayNotReadAreOneServerToIt() throws IOException {
    long seed = Seeds.ofToday("HttpWorldsTest");
    List<Twins.Pair> pairs = Generated.pairs(seed, WORLDS);
    List<String> differences = new ArrayList<>();
    long compared = 0;
    long asked = 0;
    long read = 0;
    Set<String> paths = new HashSet<>();
    try (Twins twins = Twins.serving(directory, pairs)) {
      for (Twins.Pair pair : pairs) {
        Wires wires = new Wires(twins, pair).pages().doors().stream().exports().feeds();
        compared += wires.compared();
        asked += wires.asked();
        read += wires.read();
        differences.addAll(wires.differences());
        paths.addAll(wires.paths());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "two worlds over HTTP: %d worlds, %d requests to each, %d read something, %d characters"
            + " compared, %d differing%n",
        pairs.size(),
        asked,
        read,
        compared,
        differences.size());
    assertThat(differences).as("first seed %s", seed).isEmpty();
    assertThat(asked).isGreaterThan(WORLDS * 50L);
    assertThat(read).isGreaterThan(WORLDS * 15L);
    assertThat(unasked(paths)).as("reads of a workspace that were not compared").isEmpty();
  }

  /** Reads of the contract, below a workspace, that none of these paths is. */
  private static List<String> unasked(Set<String> paths) throws IOException {
    return READS
        .matcher(Files.readString(Checkout.server("src/main/resources/openapi.yaml")))
        .results()
        .map(found -> found.group(1))
        .filter(path -> path.startsWith("/api/workspaces/{w}"))
        .filter(path -> !contains(paths, "GET " + path.replaceAll("\\{\\w+}", "[^/]+")))
        .toList();
  }

  private static boolean contains(Set<String> paths, String pattern) {
    return paths.stream().anyMatch(Pattern.compile(pattern).asMatchPredicate());
  }

  @Test
  void aDifferenceThatTheSeatMayReadIsFoundOnEverySurface() throws IOException {
    Twins.Pair pair = Generated.pairs(1, 1).getFirst();
    pair.worlds().differ();
    try (Twins twins = Twins.serving(directory, List.of(pair))) {
      assertThat(new Wires(twins, pair).pages().differences()).hasSizeGreaterThan(2);
      assertThat(new Wires(twins, pair).stream().differences()).isNotEmpty();
      assertThat(new Wires(twins, pair).exports().differences()).isNotEmpty();
    }
  }

  /** And so is what their pages tell of who got which. */
  @Test
  void theLettersAreOneServersToo() throws IOException {
    long seed = Seeds.ofToday("HttpWorldsTest");
    List<Twins.Pair> pairs = Generated.pairs(seed, MAILED_WORLDS);
    List<String> differences = new ArrayList<>();
    WhoGotWhat who = new WhoGotWhat();
    int letters = 0;
    int later = 0;
    try (Twins twins = Twins.mailing(directory, pairs)) {
      awaitAll(twins, List.of(0, 0));
      letters = compare(twins, pairs, differences);
      List<Integer> before = sent(twins);
      twins.restart();
      awaitAll(twins, before);
      later = compare(twins, pairs, differences) - letters;
      twins.serve();
      pairs.forEach(pair -> who.ask(twins, pair));
      differences.addAll(who.differences());
    }
    System.out.printf(
        Locale.ROOT,
        "two worlds by mail: %d worlds, %d letters to their readers and %d more weeks later,"
            + " of %d posts it was told who got them, %d differing%n",
        pairs.size(),
        letters,
        later,
        who.told(),
        differences.size());
    assertThat(differences).as("first seed %s", seed).isEmpty();
    assertThat(letters).isGreaterThan(MAILED_WORLDS);
    assertThat(who.told()).isPositive();
  }

  /**
   * Until both have sent more than that, and nothing comes of what their clocks look at for a
   * while. A letter that is on its way is waited for, however long the machine leaves it there.
   */
  private static void awaitAll(Twins twins, List<Integer> before) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(250))
        .during(QUIET)
        .until(() -> sentAndSettled(twins), new Standing(before));
  }

  /** How many letters the readers have, all in all. */
  private static int compare(Twins twins, List<Twins.Pair> pairs, List<String> differences) {
    int letters = 0;
    for (Twins.Pair pair : pairs) {
      List<String> first = letters(twins.first(), pair);
      List<String> second = letters(twins.second(), pair);
      letters += first.size();
      if (!first.equals(second)) {
        differences.add(pair.worlds().reader() + " in " + pair.slug() + told(first, second));
      }
    }
    return letters;
  }

  private static List<Integer> sentAndSettled(Twins twins) {
    twins.settle();
    return sent(twins);
  }

  private static List<Integer> sent(Twins twins) {
    return List.of(twins.first().mail().list().size(), twins.second().mail().list().size());
  }

  /** True once it was asked the same again, and it is more than there was. */
  private static final class Standing extends BaseMatcher<List<Integer>> {
    private final List<Integer> begin;
    private List<Integer> before = List.of();

    Standing(List<Integer> begin) {
      this.begin = begin;
    }

    @Override
    public boolean matches(Object now) {
      boolean same = now.equals(before);
      before = ((List<?>) now).stream().map(Integer.class::cast).toList();
      return same && before.getFirst() > begin.getFirst() && before.getLast() > begin.getLast();
    }

    @Override
    public void describeTo(Description description) {
      description.appendText("no more letters");
    }
  }

  /**
   * To this reader, from this workspace, in the order of their words; tickets by their length, and
   * not the ids of what the server itself writes, which are random or hashes.
   */
  private static List<String> letters(Twins.Server server, Twins.Pair pair) {
    String to = Twins.address(pair.reader());
    return server.mail().list().stream()
        .filter(c -> c.recipients().stream().anyMatch(r -> r.toString().equals(to)))
        .map(c -> new String(server.mail().letter(c.id()).orElseThrow(), StandardCharsets.UTF_8))
        .filter(l -> l.contains(pair.slug() + "+") || l.contains("/" + pair.slug() + "/"))
        .map(Mailbag::inOneLine)
        .map(l -> l.replaceAll("([+/][a-z]*[./])[a-z2-7]{26}", "$1TICKET"))
        .map(l -> MADE_UP.matcher(l).replaceAll("Message-ID: <ID@"))
        .map(l -> PARTED.matcher(l).replaceAll("=_$1ID"))
        .sorted()
        .toList();
  }

  private static String told(List<String> first, List<String> second) {
    List<String> one = new ArrayList<>(first);
    List<String> other = new ArrayList<>(second);
    one.removeAll(second);
    other.removeAll(first);
    return ": " + first.size() + " and " + second.size() + " letters; " + one + " / " + other;
  }
}
