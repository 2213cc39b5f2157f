package org.caucus.mail.dsn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounces in the ways of many mail systems and in several languages, with who failed and why. */
class KindsTest {
  private record Kind(String name, Set<String> expected, String letter) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Kind> kinds() throws IOException {
    Stream<Kind> known = Stream.concat(kinds("/bounces/kinds.txt"), kinds("/bounces/systems.txt"));
    return Stream.of(
            known,
            kinds("/bounces/gateways.txt"),
            kinds("/bounces/siblings.txt"),
            kinds("/bounces/others.txt"))
        .flatMap(all -> all);
  }

  private static Stream<Kind> kinds(String file) throws IOException {
    try (InputStream in = KindsTest.class.getResourceAsStream(file)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      List<String> each = Arrays.asList(all.split("(?m)^=== ", -1));
      return each.subList(1, each.size()).stream().map(KindsTest::kind);
    }
  }

  private static Kind kind(String one) {
    String name = one.lines().findFirst().orElseThrow();
    int blank = one.indexOf("\n\n");
    Set<String> expected =
        one.substring(name.length(), blank)
            .lines()
            .filter(l -> !l.isBlank() && !l.equals("nobody"))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Kind(name, expected, one.substring(blank + 2));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoFailedAndWhy(Kind kind) {
    Set<String> read =
        Bounce.of(kind.letter().replace("\n", "\r\n").getBytes(UTF_8)).failures().stream()
            .map(
                f -> (f.permanent() ? "permanent " : "temporary ") + f.address() + " " + f.reason())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(read).isEqualTo(kind.expected());
  }

  private static Stream<String> answers() throws IOException {
    return lines("/bounces/answers.txt");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void nobodyFailedWhereAPersonIsAway(String line) {
    String[] answer = line.split(" \\| ", 2);
    String letter =
        """
        From: Ada Obi <ada@rights.example>
        To: cop+b.x@lists.example
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted((Object[]) answer);

    assertThat(Bounce.of(letter.replace("\n", "\r\n").getBytes(UTF_8)).failures()).isEmpty();
  }

  private static Stream<String> groups() throws IOException {
    return lines("/bounces/groups.txt");
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aGroupThatMayNotBeOpenIsNotDead(String words) {
    String letter =
        """
        From: Mail Delivery Subsystem <mailer-daemon@mail.example>
        To: members@lists.example
        Subject: Delivery Status Notification (Failure)
        X-Failed-Recipients: circle@rights.example
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(words);

    assertThat(Bounce.of(letter.replace("\n", "\r\n").getBytes(UTF_8)).failures())
        .extracting(DeliveryFailure::reason)
        .containsExactly(BounceReason.POLICY);
  }

  private static Stream<String> diagnoses() throws IOException {
    return lines("/bounces/diagnoses.txt");
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void theWordsSayWhy(String line) {
    String[] diagnosis = line.split(" \\| ", 3);

    assertThat(BounceReason.of(diagnosis[1], diagnosis[2])).hasToString(diagnosis[0]);
  }

  private static Stream<String> lines(String name) throws IOException {
    try (InputStream in = KindsTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }
}
