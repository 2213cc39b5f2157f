package org.caucus.coalition.polls.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.polls.Poll;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;

/** Letters as people and programs write them: the ballot that was meant, or none, never another. */
class BallotReplyTest {
  @Test
  void eachLetterIsTheBallotThatWasMeantOrNone() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = rows();
    for (String row : rows) {
      String[] parts = row.split(" \\|\\| ", 3);
      Poll.Question asked = question(Poll.Kind.valueOf(parts[0]));
      String letter = parts.length < 3 ? "" : parts[2].replace("\\n", "\n");
      String cast = BallotReply.in(asked, letter).map(BallotReplyTest::shown).orElse("none");
      if (!cast.equals(parts[1].replace(" ||", ""))) {
        wrong.add(row + "   WAS   " + cast);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(300);
  }

  private static String shown(BallotReply reply) {
    String said = reply.reason().isEmpty() ? "" : " | " + reply.reason();
    return reply.value().line() + said;
  }

  private static List<String> rows() throws IOException {
    try (var in = BallotReplyTest.class.getResourceAsStream("/polls/replies.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static Poll.Question question(Poll.Kind kind) {
    return new Poll.Question(
        kind,
        "What do we do?",
        StoredText.of(""),
        options(kind),
        Poll.VoiceOf.ORGANISATION,
        Audience.civilSociety(),
        null,
        Instant.EPOCH,
        Poll.Silence.COUNTS_AS_NOTHING,
        Poll.Shown.LIVE,
        ZoneOffset.UTC,
        Audience.civilSociety(),
        "key");
  }

  private static List<Poll.Option> options(Poll.Kind kind) {
    return switch (kind) {
      case CONSENT -> List.of();
      case TIME -> Stream.of("1", "2", "3").map(o -> option(o, "")).toList();
      case CHOICE, RANKED, SCORE ->
          List.of(option("A", "First"), option("B", "Second"), option("C", "Third"));
    };
  }

  private static Poll.Option option(String label, String text) {
    return new Poll.Option(label, text, null, null);
  }
}
